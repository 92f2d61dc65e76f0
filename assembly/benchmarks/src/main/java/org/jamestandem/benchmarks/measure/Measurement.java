package org.jamestandem.benchmarks.measure;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One scenario on one server.
 *
 * @param messages in each mailbox at first
 * @param commands times by kind of command, in the order in which they first came
 * @param errors what the server refused: how often and, as an example, the first answer
 * @param failed how many commands failed
 */
public record Measurement(
        String scenario,
        int messages,
        String target,
        Duration elapsed,
        Map<String, Samples> commands,
        Map<String, String> errors,
        int failed) {
    public Measurement {
        commands = Collections.unmodifiableMap(new LinkedHashMap<>(commands));
        errors = Collections.unmodifiableMap(new LinkedHashMap<>(errors));
    }

    /** The times of one kind of command; empty when it never succeeded. */
    public Optional<Samples> command(String label) {
        return Optional.ofNullable(commands.get(label));
    }

    /** Successful commands per second, over all connections. */
    public double operationsPerSecond() {
        long done = commands.values().stream().mapToLong(Samples::count).sum();
        return done / Math.max(elapsed.toNanos() / 1e9, 1e-9);
    }
}
