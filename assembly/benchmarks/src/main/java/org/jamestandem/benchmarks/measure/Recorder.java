package org.jamestandem.benchmarks.measure;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Collects what many connections measure at once. */
public final class Recorder {
    private final Map<String, Samples> times = new LinkedHashMap<>();
    private final Map<String, Failures> failures = new LinkedHashMap<>();

    /** Commands that a server refused, or did not answer. */
    private static final class Failures {
        private int count;
        private String first;
    }

    /**
     * Notes one command.
     *
     * @param label the kind of command
     * @param ok whether the server did it; only then its time counts
     * @param answer what the server said
     */
    public synchronized void record(String label, boolean ok, long nanos, String answer) {
        if (ok) {
            times.computeIfAbsent(label, name -> new Samples()).add(nanos);
            return;
        }
        Failures failed = failures.computeIfAbsent(label, name -> new Failures());
        failed.count++;
        if (failed.first == null) {
            failed.first = answer;
        }
    }

    /** Everything noted until now, in the order in which the kinds of command first came. */
    public synchronized Measurement measurement(
            String scenario, int messages, String target, Duration elapsed) {
        Map<String, String> errors = new LinkedHashMap<>();
        failures.forEach(
                (label, failed) -> errors.put(label, failed.count + " times: " + failed.first));
        int failed = failures.values().stream().mapToInt(each -> each.count).sum();
        return new Measurement(scenario, messages, target, elapsed, times, errors, failed);
    }
}
