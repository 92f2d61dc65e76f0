package org.jamestandem.kernel.tasks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How far some work is.
 *
 * @param place where a resumed run goes on; empty before the first step
 * @param counts the sums of what the steps counted
 * @param notes the first {@value #NOTES} lines that the steps had to say
 */
public record Progress(Optional<String> place, Map<String, Long> counts, List<String> notes) {
    /** More lines than these are left out. */
    public static final int NOTES = 100;

    public Progress {
        counts = Map.copyOf(counts);
        notes = List.copyOf(notes);
    }

    /** Progress without anything to say. */
    public Progress(Optional<String> place, Map<String, Long> counts) {
        this(place, counts, List.of());
    }

    static Progress beginning(Optional<String> after) {
        return new Progress(after, Map.of());
    }

    Progress and(Step step) {
        Map<String, Long> sums = new TreeMap<>(counts);
        step.counts().forEach((name, count) -> sums.merge(name, count, Long::sum));
        List<String> lines =
                Stream.concat(notes.stream(), step.notes().stream()).limit(NOTES).toList();
        return new Progress(Optional.of(step.place()), sums, lines);
    }

    boolean isWithoutFailure() {
        return counts.getOrDefault(Step.FAILED, 0L) == 0;
    }
}
