package org.jamestandem.kernel.tasks;

import java.util.List;
import java.util.Map;

/**
 * A step that is done.
 *
 * @param place from where a resumed run goes on, such as the last user's name; what comes before it
 *     in the order of the work is done too
 * @param counts what the step adds to the counts that webadmin shows, such as {@code messages}
 * @param notes lines for people that say what was not as expected; few
 */
public record Step(String place, Map<String, Long> counts, List<String> notes) {
    /** The count of what went wrong; work with any of it ends as failed. */
    public static final String FAILED = "failed";

    public Step {
        counts = Map.copyOf(counts);
        notes = List.copyOf(notes);
    }

    /** A step without anything to say. */
    public Step(String place, Map<String, Long> counts) {
        this(place, counts, List.of());
    }
}
