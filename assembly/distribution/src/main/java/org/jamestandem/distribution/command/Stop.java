package org.jamestandem.distribution.command;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C and TERM end the process with exit code 0, within ten seconds whatever happens.
 *
 * <p>A server that keeps mail first finishes what runs, and is then given thirty.
 *
 * <p>Before the server is ready there is nothing worth an orderly stop: it keeps nothing but what
 * is in memory.
 */
final class Stop {
    private static final Duration AT_ONCE = Duration.ofSeconds(8);
    private static final Duration AFTER_DRAIN = Duration.ofSeconds(30);

    private final CountDownLatch never = new CountDownLatch(1);
    private final Duration patience;
    private AutoCloseable running;
    private boolean failed;

    /**
     * @param drained whether the server finishes what runs before it closes
     */
    Stop(boolean drained) {
        this.patience = drained ? AFTER_DRAIN : AT_ONCE;
    }

    /** From now on a signal ends the process through this. */
    void takeSignals() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::onShutdown, "stop"));
    }

    /**
     * @param announcement makes the server known as running; a signal waits until it has returned
     * @param server closed on a signal
     */
    synchronized void announce(Announcement announcement, AutoCloseable server) throws Exception {
        running = server;
        announcement.announce();
    }

    /** The start failed: the process ends with the exit code it has. */
    synchronized void startFailed() {
        failed = true;
    }

    /** Stays until a signal ends the process. */
    void await() throws InterruptedException {
        never.await();
    }

    private synchronized void onShutdown() {
        if (!failed) {
            Runtime.getRuntime().halt(stopOrderly() ? 0 : ExitCode.FAILED.number());
        }
    }

    private boolean stopOrderly() {
        if (running == null) {
            return true;
        }
        CountDownLatch done = new CountDownLatch(1);
        Thread stopping = new Thread(() -> close(done), "stopping");
        stopping.setDaemon(true);
        stopping.start();
        try {
            return done.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }

    private void close(CountDownLatch done) {
        try {
            running.close();
            done.countDown();
        } catch (Exception e) {
            System.err.println("tandem: stopping failed: " + e);
        }
    }

    /** Makes the server known. */
    interface Announcement {
        void announce() throws Exception;
    }
}
