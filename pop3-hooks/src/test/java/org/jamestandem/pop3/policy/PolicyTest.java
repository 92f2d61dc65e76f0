package org.jamestandem.pop3.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PolicyTest {
    private static final Policy HIDE_AND_SEEN =
            new Policy(DeleteRule.HIDE, RetrieveRule.SEEN, Expiry.NEVER_THOUGH_QUOTAS_MAY_FILL);
    private static final Policy CLASSIC_AND_SEEN =
            new Policy(DeleteRule.CLASSIC, RetrieveRule.SEEN, Expiry.NEVER);

    @Test
    void whatIsNeitherRetrievedNorDeletedIsKept() {
        for (Policy policy : Set.of(Policy.STOCK, HIDE_AND_SEEN, CLASSIC_AND_SEEN)) {
            assertThat(policy.atQuit(false, false)).isEmpty();
        }
    }

    @Test
    void retrievalMeansWhatThePolicySays() {
        assertThat(Policy.STOCK.atQuit(true, false)).isEmpty();
        assertThat(HIDE_AND_SEEN.atQuit(true, false)).containsExactly(Disposition.SEE);
    }

    @Test
    void deletionMeansWhatThePolicySays() {
        assertThat(Policy.STOCK.atQuit(true, true)).containsExactly(Disposition.EXPUNGE);
        assertThat(HIDE_AND_SEEN.atQuit(false, true)).containsExactly(Disposition.HIDE);
        assertThat(HIDE_AND_SEEN.atQuit(true, true))
                .containsExactly(Disposition.SEE, Disposition.HIDE);
    }

    @Test
    void whatIsRemovedIsNotMarkedFirst() {
        assertThat(CLASSIC_AND_SEEN.atQuit(true, true)).containsExactly(Disposition.EXPUNGE);
    }

    @Test
    void nothingThatWeDoNowRemovesByItself() {
        assertThat(ExpireCapability.of(Policies.STOCK.all())).isEqualTo("EXPIRE NEVER");
        assertThat(ExpireCapability.of(Stream.of(HIDE_AND_SEEN, CLASSIC_AND_SEEN)))
                .isEqualTo("EXPIRE NEVER");
    }
}
