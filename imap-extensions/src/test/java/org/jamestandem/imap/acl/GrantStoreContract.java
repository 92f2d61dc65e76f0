package org.jamestandem.imap.acl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
        testee().change(named(mailbox), new GrantChange(identifier, RightsChange.parse(change)))
                .block(PATIENCE);
    }

    private static NamedMailbox named(MailboxKey mailbox) {
        return new NamedMailbox(mailbox, "Team");
    }

    private Optional<Rights> shared(MailboxKey mailbox, Identifier identifier) {
        return share(mailbox, identifier).map(share -> share.entry().rights());
    }

    private Optional<Share> share(MailboxKey mailbox, Identifier identifier) {
        return testee().shares(ShareScope.of(mailbox, identifier.subject()))
                .filter(share -> share.mailbox().key().equals(mailbox))
                .filter(share -> share.entry().identifier().equals(identifier))
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
    default void aMailboxThatChangesHandsIsListedUnderItsOwnerOfNow() {
        MailboxKey before = mailbox();
        MailboxKey now = new MailboxKey(before.id(), "maria@other.example");
        change(before, BOB, "lr");
        change(before, ANYONE, "l");
        Instant until = Instant.now().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.MILLIS);
        testee().limit(before, BOB, until).block(PATIENCE);
        for (int twice = 0; twice < 2; twice++) {
            testee().move(before.owner(), new NamedMailbox(now, "Mine")).block(PATIENCE);
        }
        assertThat(share(before, BOB)).isEmpty();
        assertThat(share(before, ANYONE)).isEmpty();
        assertThat(share(now, BOB).orElseThrow().mailbox().name()).isEqualTo("Mine");
        assertThat(shared(now, ANYONE)).contains(Rights.parse("l"));
        assertThat(grants(now).of(BOB)).isEqualTo(Rights.parse("lr"));
        assertThat(testee().read(now.id()).block(PATIENCE).temporary()).containsExactly(BOB);
    }

    @Test
    default void aMailboxThatKeepsItsOwnerHasItsNewName() {
        MailboxKey mailbox = mailbox();
        change(mailbox, BOB, "lr");
        testee().move(mailbox.owner(), new NamedMailbox(mailbox, "New")).block(PATIENCE);
        assertThat(share(mailbox, BOB).orElseThrow().mailbox().name()).isEqualTo("New");
    }

    @Test
    default void anEntryIsGivenToSomebodyElseTooForAsLongAsItLasts() {
        Identifier robert = Identifier.parse("robert@other.example");
        MailboxKey mailbox = mailbox();
        change(mailbox, BOB, "lr");
        testee().limit(mailbox, BOB, Instant.now().plus(Duration.ofHours(1))).block(PATIENCE);
        for (int twice = 0; twice < 2; twice++) {
            testee().copy(named(mailbox), BOB, robert).block(PATIENCE);
        }
        assertThat(shared(mailbox, robert)).contains(Rights.parse("lr"));
        assertThat(shared(mailbox, BOB)).contains(Rights.parse("lr"));
        assertThat(testee().read(mailbox.id()).block(PATIENCE).temporary())
                .containsExactlyInAnyOrder(BOB, robert);
    }

    @Test
    default void noRightLastsLongerThanItWasGivenFor() {
        Identifier robert = Identifier.parse("robert@other.example");
        MailboxKey mailbox = mailbox();
        change(mailbox, BOB, "lrs");
        testee().limit(mailbox, BOB, Instant.now().plus(Duration.ofHours(1))).block(PATIENCE);
        change(mailbox, robert, "lr");
        testee().copy(named(mailbox), BOB, robert).block(PATIENCE);
        assertThat(grants(mailbox).of(robert)).isEqualTo(Rights.parse("lr"));

        testee().limit(mailbox, robert, Instant.now().plus(Duration.ofMinutes(1))).block(PATIENCE);
        testee().copy(named(mailbox), BOB, robert).block(PATIENCE);
        assertThat(grants(mailbox).of(robert)).isEqualTo(Rights.parse("lrs"));
        assertThat(testee().read(mailbox.id()).block(PATIENCE).temporary()).contains(robert);
    }

    @Test
    default void whoHasNoEntryGivesNone() {
        Identifier robert = Identifier.parse("robert@other.example");
        MailboxKey mailbox = mailbox();
        change(mailbox, ANYONE, "l");
        testee().copy(named(mailbox), BOB, robert).block(PATIENCE);
        assertThat(grants(mailbox).entries()).containsOnlyKeys(ANYONE);
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
                        testee().shares(new ShareScope("elsewhere.example", Special.ANYONE))
                                .map(share -> share.mailbox().key())
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
                        testee().shares(ShareScope.of(mailbox(), carol.subject()))
                                .map(share -> share.mailbox().key())
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
        return testee().change(named(mailbox), new GrantChange(BOB, RightsChange.parse(change)))
                .subscribeOn(Schedulers.boundedElastic());
    }

    @Test
    default void bothSignsOfASubjectAreFoundTogether() {
        MailboxKey mailbox = mailbox();
        Identifier notBob = Identifier.negative(BOB.subject());
        change(mailbox, BOB, "lrs");
        change(mailbox, notBob, "s");

        assertThat(shared(mailbox, BOB)).contains(Rights.parse("lrs"));
        assertThat(shared(mailbox, notBob)).contains(Rights.parse("s"));
    }

    @Test
    default void whatIsWithheldFromAnOwnerIsFoundByOwner() {
        Identifier withheld = Identifier.negative(Special.OWNER);
        MailboxKey mailbox = new MailboxKey(UUID.randomUUID().toString(), UUID.randomUUID() + "@a");
        change(mailbox, withheld, "x");

        assertThat(
                        testee().shares(new ShareScope(mailbox.owner(), Special.OWNER))
                                .collectList()
                                .block(PATIENCE))
                .containsExactly(new Share(named(mailbox), new Grant(withheld, Rights.parse("x"))));
    }

    @Test
    default void sharesNameTheMailboxAsItIsCalledNow() {
        MailboxKey mailbox = mailbox();
        change(mailbox, BOB, "lr");
        assertThat(share(mailbox, BOB)).map(share -> share.mailbox().name()).contains("Team");

        testee().rename(new NamedMailbox(mailbox, "Crew")).block(PATIENCE);
        assertThat(share(mailbox, BOB)).map(share -> share.mailbox().name()).contains("Crew");

        testee().rename(new NamedMailbox(mailbox(), "Nobody")).block(PATIENCE);
        assertThat(shared(mailbox(), BOB)).isEmpty();
    }

    @Test
    default void sharesOfOneOwnerAreFoundAmongAll() {
        MailboxKey annas = mailbox();
        MailboxKey carols = new MailboxKey(UUID.randomUUID().toString(), "carol@tandem.example");
        change(annas, ANYONE, "l");
        change(carols, ANYONE, "l");

        assertThat(
                        testee().shares(ShareScope.of(annas, Special.ANYONE), carols.owner())
                                .map(share -> share.mailbox().key())
                                .collectList()
                                .block(PATIENCE))
                .contains(carols)
                .doesNotContain(annas);
    }

    @Test
    default void anEntryEndsWithItsTime() {
        MailboxKey mailbox = mailbox();
        Instant now = Instant.now();
        change(mailbox, BOB, "lr");

        testee().limit(mailbox, BOB, now.plusSeconds(3_600)).block(PATIENCE);
        assertThat(grants(mailbox).of(BOB)).isEqualTo(Rights.parse("lr"));
        assertThat(testee().read(mailbox.id()).block(PATIENCE).temporary()).containsExactly(BOB);
        change(mailbox, BOB, "+s");
        assertThat(testee().read(mailbox.id()).block(PATIENCE).temporary()).containsExactly(BOB);

        testee().limit(mailbox, BOB, now.minusSeconds(1)).block(PATIENCE);
        assertThat(grants(mailbox)).isEqualTo(AccessList.EMPTY);
        assertThat(shared(mailbox, BOB)).isEmpty();
    }

    @Test
    default void anEntryThatIsReplacedLastsForEver() {
        MailboxKey mailbox = mailbox();
        change(mailbox, BOB, "lr");
        testee().limit(mailbox, BOB, Instant.now().minusSeconds(1)).block(PATIENCE);
        change(mailbox, BOB, "l");

        assertThat(grants(mailbox).of(BOB)).isEqualTo(Rights.parse("l"));
        assertThat(shared(mailbox, BOB)).contains(Rights.parse("l"));
        assertThat(testee().read(mailbox.id()).block(PATIENCE).temporary()).isEmpty();
    }

    @Test
    default void nothingHappensBeforeSubscription() {
        MailboxKey mailbox = mailbox();
        Mono<Void> change =
                testee().change(named(mailbox), new GrantChange(BOB, RightsChange.parse("l")));
        Mono<StoredList> read = testee().read(mailbox.id());
        change.block(PATIENCE);

        assertThat(read.block(PATIENCE).grants().of(BOB)).isEqualTo(Rights.parse("l"));
    }
}
