package org.jamestandem.imap.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jamestandem.imap.search.UidRanges.Range;
import org.junit.jupiter.api.Test;

class UidRangesTest {
    @Test
    void aRangeReadsTheSameInEitherOrder() {
        assertThat(UidRanges.between(9, 3)).isEqualTo(UidRanges.between(3, 9));
    }

    @Test
    void uidsStartAtOne() {
        assertThatThrownBy(() -> new Range(0, 4)).hasMessage("not a range of uids: 0:4");
    }

    @Test
    void overlappingRangesHoldWhatEitherHolds() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            List<Range> ranges = new ArrayList<>();
            for (int i = random.nextInt(8); i > 0; i--) {
                ranges.add(Range.between(1 + random.nextInt(60), 1 + random.nextInt(60)));
            }
            UidRanges merged = new UidRanges(ranges);
            for (long uid = 0; uid < 64; uid++) {
                long asked = uid;
                assertThat(merged.contains(uid))
                        .as("seed %d: %s, %d", seed, ranges, uid)
                        .isEqualTo(
                                ranges.stream()
                                        .anyMatch(r -> r.first() <= asked && asked <= r.last()));
            }
        }
    }
}
