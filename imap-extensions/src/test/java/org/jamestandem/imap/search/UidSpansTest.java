package org.jamestandem.imap.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.model.MessageRange;
import org.junit.jupiter.api.Test;

class UidSpansTest {
    @Test
    void neighboursAreOneRange() {
        assertThat(spans(8, 1, 2, 3, 7)).containsExactly(range(1, 3), range(7, 7));
    }

    @Test
    void onlyTheWidestGapsAreLeftOut() {
        assertThat(spans(2, 1, 3, 5, 100, 102)).containsExactly(range(1, 5), range(100, 102));
        assertThat(spans(1, 1, 50, 100)).containsExactly(range(1, 100));
    }

    @Test
    void noUidNeedsNoRange() {
        assertThat(spans(8)).isEmpty();
    }

    @Test
    void everyUidIsCoveredByFewRanges() {
        Random random = new Random(64);
        for (int round = 0; round < 200; round++) {
            int most = 1 + random.nextInt(20);
            Set<Long> uids = new TreeSet<>();
            random.longs(random.nextInt(200), 1, 1_000).forEach(uids::add);

            List<MessageRange> spans =
                    UidSpans.covering(uids.stream().map(MessageUid::of).toList(), most);

            assertThat(spans).as("round %d", round).hasSizeLessThanOrEqualTo(most);
            assertThat(uids)
                    .as("round %d", round)
                    .allMatch(
                            uid ->
                                    spans.stream()
                                            .anyMatch(span -> span.includes(MessageUid.of(uid))));
        }
    }

    private static List<MessageRange> spans(int most, long... uids) {
        return UidSpans.covering(LongStream.of(uids).mapToObj(MessageUid::of).toList(), most);
    }

    private static MessageRange range(long from, long to) {
        return MessageRange.range(MessageUid.of(from), MessageUid.of(to));
    }
}
