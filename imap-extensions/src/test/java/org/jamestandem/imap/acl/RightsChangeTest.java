package org.jamestandem.imap.acl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class RightsChangeTest {
    private static final Rights BEFORE = Rights.parse("lrs");

    @Test
    void withoutASignTheRightsAreReplaced() {
        assertThat(RightsChange.parse("wi").appliedTo(BEFORE)).isEqualTo(Rights.parse("wi"));
    }

    @Test
    void plusAdds() {
        assertThat(RightsChange.parse("+wi").appliedTo(BEFORE)).isEqualTo(Rights.parse("lrswi"));
    }

    @Test
    void minusRemoves() {
        assertThat(RightsChange.parse("-sw").appliedTo(BEFORE)).isEqualTo(Rights.parse("lr"));
    }

    @Test
    void nothingReplacesEverything() {
        assertThat(RightsChange.parse("").appliedTo(BEFORE)).isEqualTo(Rights.NONE);
    }

    @Test
    void aLoneSignChangesNothing() {
        assertThat(RightsChange.parse("+").appliedTo(BEFORE)).isEqualTo(BEFORE);
        assertThat(RightsChange.parse("-").appliedTo(BEFORE)).isEqualTo(BEFORE);
    }

    @Test
    void twoSignsAreRefused() {
        assertThatThrownBy(() -> RightsChange.parse("+-l")).isInstanceOf(InvalidRights.class);
    }

    @RepeatedTest(50)
    void twiceIsOnceAndAnAdditionIsUndoneByItsRemoval(RepetitionInfo run) {
        Rights before = RandomLists.rights(run.getCurrentRepetition());
        Rights some = RandomLists.rights(run.getCurrentRepetition() + 1000);
        for (RightsChange change :
                new RightsChange[] {
                    RightsChange.add(some), RightsChange.remove(some), RightsChange.replace(some)
                }) {
            Rights once = change.appliedTo(before);
            assertThat(change.appliedTo(once)).isEqualTo(once);
        }
        assertThat(RightsChange.remove(some).appliedTo(RightsChange.add(some).appliedTo(before)))
                .isEqualTo(before.minus(some));
    }

    @RepeatedTest(50)
    void theInvertedChangeKeepsTheComplement(RepetitionInfo run) {
        Rights before = RandomLists.rights(run.getCurrentRepetition());
        Rights some = RandomLists.rights(run.getCurrentRepetition() + 1000);
        for (RightsChange.Mode mode : RightsChange.Mode.values()) {
            RightsChange change = new RightsChange(mode, some);
            assertThat(change.inverted().appliedTo(Rights.ALL.minus(before)))
                    .isEqualTo(Rights.ALL.minus(change.appliedTo(before)));
        }
    }
}
