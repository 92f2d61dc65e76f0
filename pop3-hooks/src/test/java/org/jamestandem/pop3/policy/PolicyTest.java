package org.jamestandem.pop3.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PolicyTest {
    private static final FolderName ARCHIVE = new FolderName("Archive");
    private static final Disposition TO_ARCHIVE = Disposition.moveTo(ARCHIVE);
    private static final Policy HIDE_AND_SEEN =
            stock(DeleteRule.HIDE, RetrieveRule.SEEN, Expiry.NEVER_THOUGH_QUOTAS_MAY_FILL);
    private static final Policy CLASSIC_AND_SEEN =
            stock(DeleteRule.CLASSIC, RetrieveRule.SEEN, Expiry.NEVER);

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
        assertThat(stock(RetrieveRule.DELETE).atQuit(true, false))
                .containsExactly(Disposition.EXPUNGE);
    }

    @Test
    void deletionMeansWhatThePolicySays() {
        assertThat(Policy.STOCK.atQuit(true, true)).containsExactly(Disposition.EXPUNGE);
        assertThat(HIDE_AND_SEEN.atQuit(false, true)).containsExactly(Disposition.HIDE);
        assertThat(HIDE_AND_SEEN.atQuit(true, true))
                .containsExactly(Disposition.SEE, Disposition.HIDE);
        assertThat(stock(DeleteRule.HIDE_ALL).atQuit(false, true))
                .containsExactly(Disposition.HIDE_ALL);
    }

    @Test
    void whatIsRemovedIsNotMarkedFirst() {
        assertThat(CLASSIC_AND_SEEN.atQuit(true, true)).containsExactly(Disposition.EXPUNGE);
    }

    @Test
    void whatIsMovedIsHiddenFromItsReaderShouldItComeBack() {
        assertThat(stock(DeleteRule.TRASH).atQuit(false, true))
                .containsExactly(Disposition.HIDE, Disposition.TRASH);
        assertThat(stock(RetrieveRule.moveTo(ARCHIVE)).atQuit(true, false))
                .containsExactly(Disposition.HIDE, TO_ARCHIVE);
    }

    @Test
    void ofTwoPlacesTheOneThatDeleNamesCounts() {
        assertThat(stock(DeleteRule.moveTo(ARCHIVE), RetrieveRule.TRASH).atQuit(true, true))
                .containsExactly(Disposition.HIDE, TO_ARCHIVE);
        assertThat(stock(DeleteRule.HIDE, RetrieveRule.TRASH).atQuit(true, true))
                .containsExactly(Disposition.HIDE, Disposition.TRASH);
    }

    @Test
    void aTakingIsNotedWhereThePolicyAsksForIt() {
        Policy untaken = stock(new Offer.Untaken(), DeleteRule.HIDE_ALL);
        assertThat(untaken.atQuit(true, false)).containsExactly(Disposition.TAKE);
        assertThat(untaken.atQuit(false, true))
                .containsExactly(Disposition.TAKE, Disposition.HIDE_ALL);
        assertThat(stock(expiry(Expiry.When.TAKEN)).atQuit(true, false))
                .containsExactly(Disposition.TAKE);
        assertThat(stock(expiry(Expiry.When.DELIVERED)).atQuit(true, false)).isEmpty();
    }

    @Test
    void underLegalHoldNothingIsExpunged() {
        Policy hold = stock(LegalHold.ON, RetrieveRule.DELETE);
        assertThat(hold.atQuit(false, true)).containsExactly(Disposition.HIDE_ALL);
        assertThat(hold.atQuit(true, false)).containsExactly(Disposition.HIDE_ALL);
    }

    @Test
    void expireIsTheLeastThatIsKept() {
        assertThat(ExpireCapability.ofAll(Policies.STOCK.all())).isEqualTo("EXPIRE NEVER");
        assertThat(ExpireCapability.of(HIDE_AND_SEEN)).isEqualTo("EXPIRE NEVER");
        assertThat(ExpireCapability.of(stock(expiry(Expiry.When.TAKEN)))).isEqualTo("EXPIRE 30");
        assertThat(ExpireCapability.of(stock(expiry(Expiry.When.DELIVERED))))
                .isEqualTo("EXPIRE 30");
        assertThat(ExpireCapability.of(stock(RetrieveRule.TRASH))).isEqualTo("EXPIRE 0");
        assertThat(ExpireCapability.of(stock(expiry(Expiry.When.TAKEN), RetrieveRule.DELETE)))
                .isEqualTo("EXPIRE 0");
    }

    @Test
    void expireCountsWholeDaysAndRoundsDown() {
        Expiry after =
                new Expiry.After(Duration.ofHours(71), Expiry.When.TAKEN, Disposition.TRASH, false);
        assertThat(ExpireCapability.of(stock(after))).isEqualTo("EXPIRE 2");
    }

    @Test
    void aLegalHoldKeepsWhatWouldExpire() {
        assertThat(ExpireCapability.of(stock(LegalHold.ON, expiry(Expiry.When.TAKEN))))
                .isEqualTo("EXPIRE NEVER");
    }

    @Test
    void whatOnlyADeletionSetsGoingIsNoLimitForWhatIsLeft() {
        assertThat(ExpireCapability.of(stock(DeleteRule.HIDE, expiry(Expiry.When.HIDDEN))))
                .isEqualTo("EXPIRE NEVER");
    }

    @Test
    void beforeLoginTheSmallestOfAllIsAnnounced() {
        Policy month = stock(expiry(Expiry.When.TAKEN));
        assertThat(ExpireCapability.ofAll(Stream.of(Policy.STOCK, month)))
                .isEqualTo("EXPIRE 30 USER");
        assertThat(
                        ExpireCapability.ofAll(
                                Stream.of(month, stock(RetrieveRule.DELETE), Policy.STOCK)))
                .isEqualTo("EXPIRE 0 USER");
        assertThat(ExpireCapability.ofAll(Stream.of(month, month))).isEqualTo("EXPIRE 30");
    }

    @Test
    void theLastDayOfARecentOfferIsIncluded() {
        Instant now = Instant.parse("2026-03-01T12:00:00Z");
        Offer recent = new Offer.Recent(2);
        assertThat(recent.includes(Instant.parse("2026-02-27T12:00:00Z"), true, now)).isTrue();
        assertThat(recent.includes(Instant.parse("2026-02-27T11:59:59Z"), false, now)).isFalse();
        Offer since = new Offer.Since(LocalDate.of(2026, 2, 27));
        assertThat(since.includes(Instant.parse("2026-02-27T00:00:00Z"), true, now)).isTrue();
        assertThat(since.includes(Instant.parse("2026-02-26T23:59:59Z"), false, now)).isFalse();
    }

    @Test
    void aHideThatFillsQuotasMustBeMeant() {
        for (DeleteRule rule : List.of(DeleteRule.HIDE, DeleteRule.HIDE_ALL)) {
            assertThat(stock(rule).contradictions())
                    .singleElement()
                    .asString()
                    .contains("on-delete = " + rule.words().text())
                    .contains("expire = never");
            assertThat(stock(rule, Expiry.NEVER_THOUGH_QUOTAS_MAY_FILL).contradictions()).isEmpty();
            assertThat(stock(rule, expiry(Expiry.When.HIDDEN)).contradictions()).isEmpty();
        }
    }

    @Test
    void whatIsMovedMustNotBeOfferedAgain() {
        Folders both = new Folders(List.of(FolderName.INBOX, ARCHIVE));
        assertThat(stock(both, DeleteRule.moveTo(ARCHIVE)).contradictions())
                .containsExactly(
                        "on-delete = move Archive moves messages to Archive, which folders = INBOX,"
                                + " Archive offers again");
        assertThat(stock(both, RetrieveRule.moveTo(ARCHIVE)).contradictions())
                .singleElement()
                .asString()
                .startsWith("on-retrieve = move Archive");
        Folders trash = new Folders(List.of(FolderName.INBOX, new FolderName("Trash")));
        assertThat(stock(trash, expiry(Expiry.When.DELIVERED)).contradictions())
                .singleElement()
                .asString()
                .startsWith("expire = trash");
    }

    @Test
    void retrDoesNotRemoveWhatDeleOnlyHides() {
        assertThat(
                        stock(
                                        DeleteRule.HIDE,
                                        RetrieveRule.DELETE,
                                        Expiry.NEVER_THOUGH_QUOTAS_MAY_FILL)
                                .contradictions())
                .singleElement()
                .asString()
                .startsWith("on-retrieve = delete removes for everybody what on-delete = hide");
    }

    private static Policy stock(PolicyOption... options) {
        return Policy.STOCK.with(List.of(options));
    }

    private static Expiry expiry(Expiry.When when) {
        return new Expiry.After(Duration.ofDays(30), when, Disposition.TRASH, false);
    }
}
