package org.jamestandem.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jamestandem.benchmarks.measure.Measurement;
import org.jamestandem.benchmarks.measure.Recorder;
import org.jamestandem.benchmarks.report.MarkdownReport;
import org.jamestandem.benchmarks.scenario.Load;
import org.jamestandem.benchmarks.scenario.Scenario;
import org.jamestandem.benchmarks.servers.Target;
import org.jamestandem.benchmarks.servers.Targets;

/** Every scenario on every server: one server at a time, each scenario after a small warm-up. */
final class Comparison {
    private final List<String> targets;
    private final List<Scenario> scenarios;
    private final List<Load> loads;
    private final PrintWriter log;
    private final Map<Step, List<Measurement>> measured = new LinkedHashMap<>();
    private boolean complete = true;

    Comparison(List<String> targets, List<Scenario> scenarios, List<Load> loads, PrintWriter log) {
        this.targets = targets;
        this.scenarios = scenarios;
        this.loads = loads;
        this.log = log;
    }

    /** One table of the report. */
    private record Step(Scenario scenario, Load load) {}

    /** Measures all of it; a server that fails is left out from there on. */
    void run() throws InterruptedException {
        for (String name : targets) {
            say("starting " + name);
            try (Target target = Targets.start(name)) {
                for (Scenario scenario : scenarios) {
                    measure(scenario, target);
                }
            } catch (IOException e) {
                complete = false;
                say(name + " failed: " + e);
            }
        }
    }

    /** Whether every server did everything. */
    boolean isComplete() {
        return complete;
    }

    /** One report for each scenario and size. */
    List<MarkdownReport> reports() {
        return measured.values().stream().map(MarkdownReport::new).toList();
    }

    private void measure(Scenario scenario, Target target)
            throws IOException, InterruptedException {
        scenario.prepare(target, loads.get(0).warmUp()).run(new Recorder());
        for (Load load : loads.stream().map(scenario::fitted).distinct().toList()) {
            measure(scenario, load, target);
        }
    }

    /** What was done before a failure counts. */
    private void measure(Scenario scenario, Load load, Target target)
            throws IOException, InterruptedException {
        String what = "%s, %d messages".formatted(scenario.name(), load.messages());
        say(target.name() + ": filling mailboxes for " + what);
        Scenario.Work work = scenario.prepare(target, load);
        say(target.name() + ": measuring " + what + ", load of the machine " + machineLoad());
        Recorder recorder = new Recorder();
        long start = System.nanoTime();
        try {
            work.run(recorder);
        } finally {
            Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
            measured.computeIfAbsent(new Step(scenario, load), step -> new ArrayList<>())
                    .add(
                            recorder.measurement(
                                    scenario.name(), load.messages(), target.name(), elapsed));
        }
    }

    private static String machineLoad() {
        return String.format(
                Locale.ROOT,
                "%.1f",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private void say(String text) {
        log.println(text);
        log.flush();
    }
}
