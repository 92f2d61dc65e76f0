package org.jamestandem.imap.acl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jamestandem.imap.acl.Subject.Special;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What every {@link GrantStore} promises. */
public interface GrantStoreContract {
    Duration PATIENCE = Duration.ofSeconds(30);
    Identifier BOB = Identifier.parse("bob@tandem.example");
    Identifier ANYONE = Identifier.of(Special.ANYONE);

    GrantStore testee();

    /** A mailbox that no other test uses. */
    static MailboxKey mailbox() {
        return new MailboxKey(UUID.randomUUID().toString(), "anna@tandem.example");
    }

    private AccessList grants(MailboxKey mailbox) {
        return testee().read(mailbox.id()).block(PATIENCE).grants();
    }

    private void change(MailboxKey mailbox, Identifier identifier, String change) {
        testee().change(mailbox, new GrantChange(identifier, RightsChange.parse(change)))
                .block(PATIENCE);
    }

    private Optional<Rights> shared(MailboxKey mailbox, Identifier identifier) {
        return testee().shares(ShareScope.of(mailbox, identifier))
                .filter(share -> share.mailbox().equals(mailbox))
                .map(Share::rights)
                .next()
                .blockOptional(PATIENCE);
    }

    @Test
    default void aMailboxThatWasNeverMetIsUnknown() {
        assertThat(testee().read(mailbox().id()).block(PATIENCE)).isEqualTo(StoredList.UNKNOWN);
    }

    @Test
    default void rightsAreReplacedAddedAndRemoved() {
        MailboxKey mailbox = mailbox();
        change(mailbox, BOB, "lrs");
        assertThat(grants(mailbox).of(BOB)).isEqualTo(Rights.parse("lrs"));
        change(mailbox, BOB, "+wi");
        assertThat(grants(mailbox).of(BOB)).isEqualTo(Rights.parse("lrswi"));
        change(mailbox, BOB, "-s");
        assertThat(grants(mailbox).of(BOB)).isEqualTo(Rights.parse("lrwi"));
        change(mailbox, BOB, "l");
        assertThat(grants(mailbox).of(BOB)).isEqualTo(Rights.parse("l"));
    }

    @Test
    default void anEntryWithoutRightsIsGone() {
        MailboxKey mailbox = mailbox();
        for (String ending : List.of("", "-lr")) {
            change(mailbox, BOB, "lr");
            change(mailbox, BOB, ending);
            assertThat(grants(mailbox)).isEqualTo(AccessList.EMPTY);
            assertThat(shared(mailbox, BOB)).isEmpty();
        }
    }

    @Test
    default void repeatingAChangeChangesNothing() {
        MailboxKey mailbox = mailbox();
        for (String change : List.of("lrs", "+wi", "+wi", "-s", "-s")) {
            change(mailbox, BOB, change);
        }
        assertThat(grants(mailbox).of(BOB)).isEqualTo(Rights.parse("lrwi"));
    }

    @Test
    default void bothSignsOfASubjectAreKeptApart() {
        MailboxKey mailbox = mailbox();
        Identifier notBob = Identifier.negative(BOB.subject());
        change(mailbox, BOB, "lrs");
        change(mailbox, notBob, "s");

        assertThat(grants(mailbox).entries())
                .containsOnlyKeys(BOB, notBob)
                .containsEntry(notBob, Rights.parse("s"));
    }

    @Test
    default void mailboxesAreKeptApart() {
        MailboxKey one = mailbox();
        MailboxKey other = mailbox();
        change(one, BOB, "lr");

        assertThat(grants(other)).isEqualTo(AccessList.EMPTY);
    }

    @Test
    default void anyKindOfIdentifierComesBackAsItWas() {
        MailboxKey mailbox = mailbox();
        for (String text : List.of("-$sales@tandem.example", "anyone", "authenticated", "jiří")) {
            change(mailbox, Identifier.parse(text), "lrswipkxtea");
            assertThat(grants(mailbox).of(Identifier.parse(text))).isEqualTo(Rights.ALL);
        }
    }

    @Test
    default void whatIsShownIsNotedBesideTheGrants() {
        MailboxKey mailbox = mailbox();
        Grant none = new Grant(BOB, Rights.NONE);
        Grant some = new Grant(BOB, Rights.parse("lr"));
        testee().show(mailbox, Set.of(none, some), Set.of()).block(PATIENCE);
        assertThat(testee().read(mailbox.id()).block(PATIENCE))
                .isEqualTo(new StoredList(AccessList.EMPTY, Set.of(none, some)));

        change(mailbox, BOB, "lrs");
        testee().show(mailbox, Set.of(some), Set.of(none)).block(PATIENCE);
        assertThat(testee().read(mailbox.id()).block(PATIENCE))
                .isEqualTo(
                        new StoredList(
                                AccessListTest.list("bob@tandem.example", "lrs"), Set.of(some)));

        testee().show(mailbox, Set.of(), Set.of(some)).block(PATIENCE);
        assertThat(testee().read(mailbox.id()).block(PATIENCE).shown()).isEmpty();
    }

    @Test
    default void sharesAreFoundByWhomTheyAreAbout() {
        MailboxKey mailbox = mailbox();
        change(mailbox, BOB, "lr");
        change(mailbox, ANYONE, "l");
        change(mailbox, ANYONE, "+p");

        assertThat(shared(mailbox, BOB)).contains(Rights.parse("lr"));
        assertThat(shared(mailbox, ANYONE)).contains(Rights.parse("lp"));
        assertThat(shared(mailbox, Identifier.negative(BOB.subject()))).isEmpty();
    }

    @Test
    default void anyoneIsFoundOnlyInTheOwnersDomain() {
        MailboxKey mailbox = mailbox();
        change(mailbox, ANYONE, "l");

        assertThat(
                        testee().shares(new ShareScope("elsewhere.example", ANYONE))
                                .map(Share::mailbox)
                                .collectList()
                                .block(PATIENCE))
                .doesNotContain(mailbox);
    }

    @Test
    default void manySharesOfOneIdentifierAreAllFound() {
        Identifier carol = Identifier.parse("$" + UUID.randomUUID() + "@tandem.example");
        List<MailboxKey> mailboxes = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            MailboxKey mailbox = mailbox();
            mailboxes.add(mailbox);
            change(mailbox, carol, "lr");
        }

        assertThat(
                        testee().shares(ShareScope.of(mailbox(), carol))
                                .map(Share::mailbox)
                                .collectList()
                                .block(PATIENCE))
                .containsExactlyInAnyOrderElementsOf(mailboxes);
    }

    @Test
    default void aForgottenMailboxLeavesNothingBehind() {
        MailboxKey mailbox = mailbox();
        for (int i = 0; i < 120; i++) {
            change(mailbox, Identifier.parse("user" + i + "@tandem.example"), "lr");
        }
        testee().show(mailbox, Set.of(new Grant(BOB, Rights.ALL)), Set.of()).block(PATIENCE);
        testee().forget(mailbox).block(PATIENCE);
        testee().forget(mailbox).block(PATIENCE);

        assertThat(testee().read(mailbox.id()).block(PATIENCE)).isEqualTo(StoredList.UNKNOWN);
        for (int i = 0; i < 120; i++) {
            assertThat(shared(mailbox, Identifier.parse("user" + i + "@tandem.example"))).isEmpty();
        }
    }

    @Test
    default void concurrentChangesOfOneEntryAllLast() {
        MailboxKey mailbox = mailbox();
        change(mailbox, BOB, "swi");
        List<Mono<Void>> changes = new ArrayList<>();
        for (char letter : "lrpkxtea".toCharArray()) {
            changes.add(later(mailbox, "+" + letter));
        }
        for (char letter : "swi".toCharArray()) {
            changes.add(later(mailbox, "-" + letter));
        }
        Flux.merge(changes).then().block(PATIENCE);

        assertThat(grants(mailbox).of(BOB)).isEqualTo(Rights.parse("lrpkxtea"));
        assertThat(shared(mailbox, BOB)).contains(Rights.parse("lrpkxtea"));
    }

    private Mono<Void> later(MailboxKey mailbox, String change) {
        return testee().change(mailbox, new GrantChange(BOB, RightsChange.parse(change)))
                .subscribeOn(Schedulers.boundedElastic());
    }

    @Test
    default void nothingHappensBeforeSubscription() {
        MailboxKey mailbox = mailbox();
        Mono<Void> change = testee().change(mailbox, new GrantChange(BOB, RightsChange.parse("l")));
        Mono<StoredList> read = testee().read(mailbox.id());
        change.block(PATIENCE);

        assertThat(read.block(PATIENCE).grants().of(BOB)).isEqualTo(Rights.parse("l"));
    }
}
