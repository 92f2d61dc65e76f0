package org.jamestandem.imap.search.james;

import java.util.List;

/** Numbers as a sequence-set (RFC 3501 §9): {@code 2,10:12}. */
public final class NumberSet {
    private NumberSet() {}

    /**
     * The numbers in the order given; a range only where each is one more than the last, so that
     * the order is kept (RFC 5267 §3.1).
     *
     * @param numbers at least one
     */
    public static String of(List<Long> numbers) {
        StringBuilder set = new StringBuilder();
        int first = 0;
        for (int next = 1; next <= numbers.size(); next++) {
            if (next == numbers.size() || numbers.get(next) != numbers.get(next - 1) + 1) {
                append(set, numbers.get(first), numbers.get(next - 1));
                first = next;
            }
        }
        return set.toString();
    }

    private static void append(StringBuilder set, long first, long last) {
        if (set.length() > 0) {
            set.append(',');
        }
        set.append(first);
        if (last > first) {
            set.append(':').append(last);
        }
    }
}
