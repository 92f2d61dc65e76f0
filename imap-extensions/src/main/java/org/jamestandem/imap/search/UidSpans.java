package org.jamestandem.imap.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.model.MessageRange;

/**
 * Few ranges that cover many uids: a read per range costs more than some messages read in vain, so
 * only the widest gaps are left out.
 */
public final class UidSpans {
    private UidSpans() {}

    /**
     * At most {@code most} ranges, ascending and apart from each other, that hold every uid. Empty
     * when there is no uid.
     */
    public static List<MessageRange> covering(Collection<MessageUid> uids, int most) {
        long[] sorted = uids.stream().mapToLong(MessageUid::asLong).sorted().distinct().toArray();
        List<MessageRange> spans = new ArrayList<>();
        int first = 0;
        for (int next : splits(sorted, most - 1)) {
            spans.add(range(sorted[first], sorted[next - 1]));
            first = next;
        }
        if (sorted.length > 0) {
            spans.add(range(sorted[first], sorted[sorted.length - 1]));
        }
        return spans;
    }

    /** Where the widest gaps end, ascending. */
    private static List<Integer> splits(long[] sorted, int most) {
        return IntStream.range(1, sorted.length)
                .filter(i -> sorted[i] - sorted[i - 1] > 1)
                .boxed()
                .sorted(Comparator.comparingLong(i -> sorted[i - 1] - sorted[i]))
                .limit(most)
                .sorted()
                .toList();
    }

    private static MessageRange range(long from, long to) {
        return MessageRange.range(MessageUid.of(from), MessageUid.of(to));
    }
}
