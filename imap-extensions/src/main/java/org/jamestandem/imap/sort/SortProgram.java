package org.jamestandem.imap.sort;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a SORT command orders by: one criterion or more, most important first. A key that came
 * before can decide nothing a second time and is left out, so a program has at most nine.
 */
public record SortProgram(List<SortCriterion> criteria) {
    /**
     * @throws IllegalArgumentException when there is no criterion
     */
    public SortProgram {
        if (criteria.isEmpty()) {
            throw new IllegalArgumentException("a sort program needs a criterion (RFC 5256 §5)");
        }
        criteria = firstOfEachKey(criteria);
    }

    /** Total order: what the criteria leave equal stays in the order of the mailbox. */
    public Comparator<SortableMessage> order() {
        return criteria.stream()
                .map(SortCriterion::order)
                .reduce(Comparator::thenComparing)
                .orElseThrow(() -> new IllegalStateException("no criterion"))
                .thenComparing(comparing(SortableMessage::uid));
    }

    /** Whether internal date and size are not enough to decide. */
    public boolean needsHeaders() {
        return criteria.stream().anyMatch(criterion -> criterion.key().isInHeaders());
    }

    private static List<SortCriterion> firstOfEachKey(List<SortCriterion> criteria) {
        Set<SortKey> seen = EnumSet.noneOf(SortKey.class);
        List<SortCriterion> first = new ArrayList<>();
        for (SortCriterion criterion : criteria) {
            if (seen.add(criterion.key())) {
                first.add(criterion);
            }
        }
        return List.copyOf(first);
    }
}
