package org.jamestandem.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
    private final Load load;
    private final PrintWriter log;

    Comparison(List<String> targets, List<Scenario> scenarios, Load load, PrintWriter log) {
        this.targets = targets;
        this.scenarios = scenarios;
        this.load = load;
        this.log = log;
    }

    /** One report for each scenario. */
    List<MarkdownReport> run() throws IOException, InterruptedException {
        Map<Scenario, List<Measurement>> measured = new LinkedHashMap<>();
        for (String name : targets) {
            say("starting " + name);
            try (Target target = Targets.start(name)) {
                for (Scenario scenario : scenarios) {
                    measured.computeIfAbsent(scenario, key -> new ArrayList<>())
                            .add(measure(scenario, target));
                }
            }
        }
        return measured.values().stream().map(MarkdownReport::new).toList();
    }

    private Measurement measure(Scenario scenario, Target target)
            throws IOException, InterruptedException {
        scenario.prepare(target, load.warmUp()).run(new Recorder());
        say(target.name() + ": filling mailboxes for " + scenario.name());
        Scenario.Work work = scenario.prepare(target, load);
        say(target.name() + ": measuring " + scenario.name());
        Recorder recorder = new Recorder();
        long start = System.nanoTime();
        work.run(recorder);
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        return recorder.measurement(scenario.name(), target.name(), elapsed);
    }

    private void say(String text) {
        log.println(text);
        log.flush();
    }
}
