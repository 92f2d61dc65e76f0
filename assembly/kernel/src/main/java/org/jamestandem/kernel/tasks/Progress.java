package org.jamestandem.kernel.tasks;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How far some work is.
 *
 * @param place where a resumed run goes on; empty before the first step
 * @param counts the sums of what the steps counted
 */
public record Progress(Optional<String> place, Map<String, Long> counts) {
    public Progress {
        counts = Map.copyOf(counts);
    }

    static Progress beginning(Optional<String> after) {
        return new Progress(after, Map.of());
    }

    Progress and(Step step) {
        Map<String, Long> sums = new TreeMap<>(counts);
        step.counts().forEach((name, count) -> sums.merge(name, count, Long::sum));
        return new Progress(Optional.of(step.place()), sums);
    }

    boolean isWithoutFailure() {
        return counts.getOrDefault(Step.FAILED, 0L) == 0;
    }
}
