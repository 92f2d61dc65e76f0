package org.jamestandem.imap.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A set of uids as ranges, such as {@code 1:4,9} (RFC 3501 §9, sequence-set), with {@code *}
 * already replaced.
 *
 * @param ranges ascending, apart from each other
 */
public record UidRanges(List<Range> ranges) {
    /**
     * From one uid to another, both included.
     *
     * @param first at least 1
     * @param last at least {@code first}
     */
    public record Range(long first, long last) {
        public Range {
            if (first < 1 || last < first) {
                throw new IllegalArgumentException("not a range of uids: " + first + ":" + last);
            }
        }

        /** The range between two uids, given in either order. */
        public static Range between(long one, long other) {
            return new Range(Math.min(one, other), Math.max(one, other));
        }
    }

    public UidRanges {
        ranges = merged(ranges);
    }

    /** One range. */
    public static UidRanges between(long one, long other) {
        return new UidRanges(List.of(Range.between(one, other)));
    }

    public boolean contains(long uid) {
        int low = 0;
        int high = ranges.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Range range = ranges.get(middle);
            if (uid < range.first()) {
                high = middle - 1;
            } else if (uid > range.last()) {
                low = middle + 1;
            } else {
                return true;
            }
        }
        return false;
    }

    private static List<Range> merged(List<Range> ranges) {
        List<Range> sorted = new ArrayList<>(ranges);
        sorted.sort(Comparator.comparingLong(Range::first));
        List<Range> merged = new ArrayList<>();
        for (Range next : sorted) {
            Range last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && next.first() <= last.last()) {
                merged.set(
                        merged.size() - 1,
                        new Range(last.first(), Math.max(last.last(), next.last())));
            } else {
                merged.add(next);
            }
        }
        return List.copyOf(merged);
    }
}
