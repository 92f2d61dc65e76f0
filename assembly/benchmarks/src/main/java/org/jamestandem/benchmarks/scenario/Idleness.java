package org.jamestandem.benchmarks.scenario;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits until a server has done what it does once with new mail. */
final class Idleness {
    private static final double IDLE = 0.15;
    private static final int SECONDS_IN_A_ROW = 3;

    private Idleness() {}

    /** Until the machine has had little to do for some seconds, and no longer than that. */
    static void await(Duration longest) throws InterruptedException {
        OperatingSystemMXBean machine =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long end = System.nanoTime() + longest.toNanos();
        int idle = 0;
        double unused = machine.getCpuLoad();
        while (idle < SECONDS_IN_A_ROW && System.nanoTime() < end) {
            TimeUnit.SECONDS.sleep(1);
            idle = machine.getCpuLoad() < IDLE ? idle + 1 : 0;
        }
    }
}
