package org.jamestandem.imap.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {
    /** Three messages: one that matches, one in doubt, one that does not match. */
    private final Verdict verdict = Verdict.of(places(0), places(1));

    /** As {@link #verdict}, the other way round. */
    private final Verdict reversed = Verdict.of(places(2), places(1));

    private static BitSet places(int... places) {
        BitSet set = new BitSet();
        for (int place : places) {
            set.set(place);
        }
        return set;
    }

    @Test
    void denialTurnsMatchesAndKeepsDoubt() {
        assertThat(verdict.not(3).sure()).isEqualTo(places(2));
        assertThat(verdict.not(3).doubtful()).isEqualTo(places(1));
    }

    @Test
    void doubtSurvivesOnlyWhereTheOtherKeyDoesNotDecide() {
        Verdict certain = Verdict.exactly(places(0, 1));
        Verdict never = Verdict.exactly(places());

        assertThat(Verdict.and(List.of(verdict, certain), 3).doubtful()).isEqualTo(places(1));
        assertThat(Verdict.and(List.of(verdict, never), 3).doubtful()).isEqualTo(places());
        assertThat(Verdict.or(List.of(verdict, certain)).doubtful()).isEqualTo(places());
        assertThat(Verdict.or(List.of(verdict, never)).doubtful()).isEqualTo(places(1));
        assertThat(Verdict.or(List.of(verdict, reversed)).sure()).isEqualTo(places(0, 2));
    }

    @Test
    void nothingAskedMatchesAllWithAndAndNoneWithOr() {
        assertThat(Verdict.and(List.of(), 3).sure()).isEqualTo(places(0, 1, 2));
        assertThat(Verdict.or(List.of()).sure()).isEqualTo(places());
    }

    @Test
    void whatIsSureIsNotInDoubt() {
        assertThat(Verdict.of(places(0), places(0, 1)).doubtful()).isEqualTo(places(1));
    }
}
