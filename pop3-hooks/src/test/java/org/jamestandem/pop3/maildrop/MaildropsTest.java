package org.jamestandem.pop3.maildrop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.james.core.Username;
import org.awaitility.Awaitility;
import org.jamestandem.kernel.login.LoginNames;
import org.jamestandem.kernel.settings.TandemSettings;
import org.jamestandem.pop3.EveryUser;
import org.jamestandem.pop3.maildrop.memory.MemoryFingerprints;
import org.jamestandem.pop3.maildrop.memory.MemoryMaildropState;
import org.jamestandem.pop3.policy.Access;
import org.jamestandem.pop3.policy.DeleteRule;
import org.jamestandem.pop3.policy.Disposition;
import org.jamestandem.pop3.policy.FolderName;
import org.jamestandem.pop3.policy.Folders;
import org.jamestandem.pop3.policy.Offer;
import org.jamestandem.pop3.policy.Policies;
import org.jamestandem.pop3.policy.PolicyBook;
import org.jamestandem.pop3.policy.PolicyLayer;
import org.jamestandem.pop3.policy.PolicyOption;
import org.jamestandem.pop3.policy.PolicyScope;
import org.jamestandem.pop3.policy.RetrieveRule;
import org.jamestandem.pop3.policy.memory.MemoryPolicies;
import org.jamestandem.pop3.reader.Device;
import org.jamestandem.pop3.reader.DeviceSettings;
import org.jamestandem.pop3.reader.KnownDevices;
import org.jamestandem.pop3.reader.Reader;
import org.jamestandem.pop3.reader.memory.MemoryDevices;
import org.jamestandem.pop3.text.TextForm;
import org.jamestandem.pop3.uidl.MessageKey;
import org.jamestandem.pop3.uidl.MessageKeys;
import org.jamestandem.pop3.uidl.ServerRun;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class MaildropsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration NO_PATIENCE = Duration.ofMillis(20);
    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");
    private static final Username ANNA = Username.of("anna@example.org");
    private static final Reader READER = Reader.of(ANNA);
    private static final FolderName JUNK = new FolderName("Junk");
    private static final Folders INBOX_AND_JUNK = new Folders(List.of(FolderName.INBOX, JUNK));
    private static final Policies HIDE = policies(DeleteRule.HIDE);
    private static final Policies CLASSIC = policies(DeleteRule.CLASSIC);

    private final List<Instant> watched = new ArrayList<>();
    private final FakeInbox inbox = new FakeInbox(ANNA);
    private final MaildropState ending = MemoryMaildropState.create();
    private final MaildropState lasting =
            new MaildropState(
                    ending.hidden(),
                    ending.taken(),
                    ending.aliases(),
                    ending.intents(),
                    ending.folders(),
                    ending.leases(),
                    true);

    @Test
    void openingListsTheFolderOnce() {
        inbox.put(1, "a").put(2, "b");
        assertThat(open(lasting(CLASSIC)).messages().count()).isEqualTo(2);
        assertThat(inbox.listings()).isEqualTo(1);
    }

    @Test
    void whatIsThereAtTheFirstOpeningKeepsItsBareUid() {
        inbox.put(3, "a").put(7, "b");
        assertThat(uniqueIds(open(lasting(CLASSIC)))).containsExactly("3", "7");

        inbox.put(9, "c");

        assertThat(uniqueIds(open(lasting(CLASSIC)))).containsExactly("3", "7", "c");
    }

    @Test
    void bareUidsAreNotGivenAgainInARecreatedInbox() {
        inbox.put(1, "a").put(2, "b");
        open(lasting(CLASSIC));

        inbox.clear();
        inbox.put(1, "c").put(2, "d").put(3, "a");

        assertThat(uniqueIds(open(lasting(CLASSIC)))).containsExactly("c", "d", "1");
    }

    @Test
    void anEmptyMaildropIsOpenedForTheFirstTimeOnlyOnce() {
        open(lasting(CLASSIC));
        inbox.put(1, "a");
        assertThat(uniqueIds(open(lasting(CLASSIC)))).containsExactly("a");
    }

    @Test
    void theLowestUidOfCopiesCounts() {
        inbox.put(9, "a").put(4, "a").put(5, "b");
        OpenMaildrop maildrop = open(lasting(CLASSIC));
        assertThat(uniqueIds(maildrop)).containsExactly("4", "5");
        assertThat(maildrop.messages().octets()).isEqualTo(200);
    }

    @Test
    void nobodyKnowsAnIdFromBeforeWhereMailDoesNotLast() {
        inbox.put(1, "a");
        Maildrops ofThisRun =
                new Maildrops(
                        inbox,
                        ending,
                        MessageKeys.volatileIds(new ServerRun(1)),
                        admission(CLASSIC, Clock.systemUTC()),
                        (owner, policy, at) -> Mono.empty(),
                        noAlarm(Clock.systemUTC()),
                        Clock.systemUTC());
        assertThat(uniqueIds(open(ofThisRun))).containsExactly("a");
    }

    @Test
    void bareUidsAreNotAdoptedIntoAStateThatForgetsThem() {
        inbox.put(1, "a");
        assertThat(uniqueIds(open(maildrops(ending, CLASSIC, NOW)))).containsExactly("a");
    }

    @Test
    void aListingCutShortOpensNothing() {
        inbox.put(1, "a");
        inbox.beforeTheEndOfAListing(Mono.error(new IllegalStateException("cut")));
        assertThatThrownBy(() -> open(lasting(CLASSIC))).hasMessageContaining("cut");
        assertThat(inbox.releases()).isEqualTo(1);
    }

    @Test
    void quitDoesEverythingAndForgetsItsIntent() {
        inbox.put(1, "a").put(2, "b").put(3, "b");
        OpenMaildrop maildrop = open(lasting(CLASSIC));
        maildrop.messages().markRetrieved(1, true);
        maildrop.messages().delete(2);

        assertThat(maildrop.update(PATIENCE).block(PATIENCE)).isEqualTo(QuitOutcome.DONE);

        assertThat(inbox.uids()).containsExactly(1L);
        assertThat(inbox.seen()).containsExactly(1L);
        assertThat(intents()).isEmpty();
        assertThat(watched).containsExactly(NOW);
    }

    @Test
    void quitWithoutMarksRecordsNothing() {
        inbox.put(1, "a");
        MaildropState refusing = withIntents(lasting, failingIntents());
        OpenMaildrop maildrop = open(maildrops(refusing, CLASSIC, NOW));
        assertThat(maildrop.update(PATIENCE).block(PATIENCE)).isEqualTo(QuitOutcome.DONE);
    }

    @Test
    void whatCannotBeRecordedIsNotDone() {
        inbox.put(1, "a");
        MaildropState refusing = withIntents(lasting, failingIntents());
        OpenMaildrop maildrop = open(maildrops(refusing, CLASSIC, NOW));
        maildrop.messages().delete(1);
        assertThat(maildrop.update(PATIENCE).block(PATIENCE)).isEqualTo(QuitOutcome.REFUSED);
        assertThat(inbox.uids()).containsExactly(1L);
    }

    @Test
    void whatFailsAfterItIsRecordedIsNotOfferedAndFinishedLater() {
        inbox.put(1, "a").put(2, "b");
        inbox.beforeExpunge(Mono.error(new IllegalStateException("no storage")));
        OpenMaildrop maildrop = open(lasting(CLASSIC));
        maildrop.messages().delete(1);
        assertThat(maildrop.update(PATIENCE).block(PATIENCE)).isEqualTo(QuitOutcome.INTENDED);

        inbox.beforeExpunge(Mono.empty());
        assertThat(uniqueIds(open(lasting(CLASSIC)))).containsExactly("2");
        assertThat(inbox.uids()).containsExactly(1L, 2L);

        Instant later = NOW.plus(Maildrops.ORPHANED_AFTER).plusSeconds(1);
        assertThat(uniqueIds(open(maildrops(lasting, CLASSIC, later)))).containsExactly("2");
        assertThat(inbox.uids()).containsExactly(2L);
        assertThat(intents()).isEmpty();
    }

    @Test
    void anOrphanThatStillFailsDoesNotStopTheLogin() {
        inbox.put(1, "a").put(2, "b");
        orphan(Disposition.EXPUNGE, "a");
        inbox.beforeExpunge(Mono.error(new IllegalStateException("no storage")));

        assertThat(uniqueIds(open(lasting(CLASSIC)))).containsExactly("2");
        assertThat(intents()).hasSize(1);
    }

    @Test
    void anOrphanWhoseMessagesAreGoneIsForgotten() {
        orphan(Disposition.EXPUNGE, "a");
        open(lasting(CLASSIC));
        assertThat(intents()).isEmpty();
    }

    @Test
    void anotherDevicesOrphanHidesNothingFromThisOne() {
        inbox.put(1, "a");
        Reader phone = new Reader(ANNA, new Device("phone"));
        lasting.intents()
                .record(
                        new QuitIntent(
                                UUID.randomUUID(),
                                phone,
                                NOW.minusSeconds(3600),
                                List.of(FolderName.INBOX),
                                Map.of(Disposition.HIDE, Set.of(new MessageKey("a")))))
                .block(PATIENCE);

        assertThat(open(lasting(HIDE)).messages().count()).isEqualTo(1);
        assertThat(lasting.hidden().of(phone).block(PATIENCE)).hasSize(1);
        assertThat(lasting.hidden().of(READER).block(PATIENCE)).isEmpty();
    }

    @Test
    void slowWorkGoesOnBehindTheAnswer() {
        inbox.put(1, "a");
        inbox.beforeExpunge(Mono.delay(Duration.ofMillis(200)).then());
        OpenMaildrop maildrop = open(lasting(CLASSIC));
        maildrop.messages().delete(1);

        assertThat(maildrop.update(NO_PATIENCE).block(PATIENCE)).isEqualTo(QuitOutcome.INTENDED);

        Awaitility.await().until(() -> intents().isEmpty());
        assertThat(inbox.uids()).isEmpty();
    }

    @Test
    void aStateThatEndsBeforeTheMailDoesPromisesNothing() {
        inbox.put(1, "a");
        inbox.beforeExpunge(Mono.error(new IllegalStateException("no storage")));
        OpenMaildrop maildrop = open(maildrops(ending, CLASSIC, NOW));
        maildrop.messages().delete(1);
        assertThat(maildrop.update(PATIENCE).block(PATIENCE)).isEqualTo(QuitOutcome.UNCERTAIN);
    }

    @Test
    void hiddenMessagesAreNotOffered() {
        inbox.put(1, "a").put(2, "b");
        OpenMaildrop maildrop = open(lasting(HIDE));
        maildrop.messages().delete(1);
        maildrop.update(PATIENCE).block(PATIENCE);

        assertThat(uniqueIds(open(lasting(HIDE)))).containsExactly("2");
        assertThat(inbox.uids()).containsExactly(1L, 2L);
    }

    @Test
    void whoMayNotUsePop3IsAnsweredAsWhoHasAWrongPassword() {
        inbox.put(1, "a");
        assertThat(open(lasting(policies(Access.OFF)))).isNull();
        assertThat(inbox.releases()).isEqualTo(1);
        assertThat(inbox.listings()).isZero();
    }

    @Test
    void aLookBackOffersTheLastDaysAndTakesNothing() {
        inbox.put(1, "old").put(2, "taken").put(3, "new");
        inbox.arrived("old", NOW.minus(Duration.ofDays(31)));
        Policies untaken = policies(new Offer.Untaken(), DeleteRule.HIDE);
        lasting.taken().mark(READER, List.of(new MessageKey("taken")), NOW).block(PATIENCE);

        OpenMaildrop lookBack = open(lasting(untaken), "recent:anna@example.org");
        assertThat(uniqueIds(lookBack)).containsExactly("2", "3");
        lookBack.messages().markRetrieved(2, true);
        lookBack.update(PATIENCE).block(PATIENCE);

        assertThat(uniqueIds(open(lasting(untaken)))).containsExactly("1", "3");
    }

    @Test
    void eachDeviceGetsEveryMessage() {
        inbox.put(1, "a").put(2, "b");
        OpenMaildrop phone = open(lasting(HIDE), "anna+Phone@example.org");
        assertThat(phone.reader()).isEqualTo(new Reader(ANNA, new Device("phone")));
        phone.messages().delete(1);
        phone.update(PATIENCE).block(PATIENCE);
        assertThat(uniqueIds(open(lasting(HIDE), "anna+phone@example.org"))).containsExactly("2");
        assertThat(uniqueIds(open(lasting(HIDE)))).containsExactly("1", "2");
    }

    @Test
    void severalFoldersAreOneMaildropInboxFirst() {
        inbox.put(7, "a").put(JUNK, 3, "b").put(JUNK, 4, "a");
        OpenMaildrop maildrop = open(lasting(policies(DeleteRule.CLASSIC, INBOX_AND_JUNK)));
        assertThat(uniqueIds(maildrop)).containsExactly("7", "b");
        maildrop.messages().delete(1);
        assertThat(maildrop.update(PATIENCE).block(PATIENCE)).isEqualTo(QuitOutcome.DONE);
        assertThat(inbox.uids()).isEmpty();
        assertThat(inbox.keys(JUNK)).containsExactly("b");
    }

    @Test
    void anUntakenOfferEndsWithTheSessionThatTookTheMessage() {
        inbox.put(1, "a").put(2, "b").put(3, "c");
        Policies untaken = policies(DeleteRule.HIDE_ALL, new Offer.Untaken());
        OpenMaildrop maildrop = open(lasting(untaken));
        maildrop.messages().markRetrieved(1, true);
        maildrop.messages().delete(3);
        maildrop.update(PATIENCE).block(PATIENCE);

        assertThat(uniqueIds(open(lasting(untaken)))).containsExactly("2");
        assertThat(uniqueIds(open(lasting(CLASSIC)))).containsExactly("1", "2");
    }

    @Test
    void aDateLimitsTheOffer() {
        inbox.put(1, "a").put(2, "b");
        inbox.arrived("a", NOW.minus(Duration.ofDays(31)));
        assertThat(uniqueIds(open(lasting(policies(new Offer.Recent(30)))))).containsExactly("2");
        assertThat(uniqueIds(open(lasting(policies(new Offer.Recent(31))))))
                .containsExactly("1", "2");
    }

    @Test
    void whatIsRelocatedIsNotOfferedToItsReaderWhenItComesBack() {
        inbox.put(1, "a").put(2, "b");
        Policies trash = policies(DeleteRule.TRASH);
        OpenMaildrop maildrop = open(lasting(trash));
        maildrop.messages().delete(1);
        maildrop.update(PATIENCE).block(PATIENCE);
        assertThat(inbox.keys(FakeInbox.TRASH)).containsExactly("a");

        inbox.put(3, "a");
        assertThat(uniqueIds(open(lasting(trash)))).containsExactly("2");
    }

    @Test
    void anOrphanIsFinishedInTheFoldersOfItsSession() {
        inbox.put(1, "a").put(JUNK, 5, "j");
        lasting.intents()
                .record(
                        new QuitIntent(
                                UUID.randomUUID(),
                                READER,
                                NOW.minusSeconds(3600),
                                List.of(FolderName.INBOX, JUNK),
                                Map.of(Disposition.TRASH, Set.of(new MessageKey("j")))))
                .block(PATIENCE);
        open(lasting(CLASSIC));
        assertThat(inbox.keys(JUNK)).isEmpty();
        assertThat(inbox.keys(FakeInbox.TRASH)).containsExactly("j");
        assertThat(intents()).isEmpty();
    }

    private Maildrops lasting(Policies policies) {
        return maildrops(lasting, policies, NOW);
    }

    private Maildrops maildrops(MaildropState state, Policies policies, Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return new Maildrops(
                inbox,
                state,
                MessageKeys.lastingIds(),
                admission(policies, clock),
                (owner, policy, at) -> Mono.fromRunnable(() -> watched.add(at)),
                noAlarm(clock),
                clock);
    }

    private static UniqueIdWatch noAlarm(Clock clock) {
        return new UniqueIdWatch(new MemoryFingerprints(), (owner, before, messages) -> {}, clock);
    }

    private static Admission admission(Policies policies, Clock clock) {
        return new Admission(
                new LoginNames(TandemSettings.defaults(), EveryUser.repository()),
                new KnownDevices(new MemoryDevices(), DeviceSettings.DEFAULT, clock),
                new PolicyBook(policies, new MemoryPolicies()));
    }

    private static OpenMaildrop open(Maildrops maildrops) {
        return open(maildrops, ANNA.asString());
    }

    private static OpenMaildrop open(Maildrops maildrops, String name) {
        return maildrops
                .open(Username.of(name), new Credential.Password("secret"), TextForm.ASCII)
                .block(PATIENCE);
    }

    private void orphan(Disposition disposition, String key) {
        lasting.intents()
                .record(
                        new QuitIntent(
                                UUID.randomUUID(),
                                READER,
                                NOW.minusSeconds(3600),
                                List.of(FolderName.INBOX),
                                Map.of(disposition, Set.of(new MessageKey(key)))))
                .block(PATIENCE);
    }

    private List<QuitIntent> intents() {
        return lasting.intents().of(ANNA).collectList().block(PATIENCE);
    }

    private static List<String> uniqueIds(OpenMaildrop maildrop) {
        Maildrop messages = maildrop.messages();
        return IntStream.rangeClosed(1, messages.highestNumber())
                .mapToObj(number -> messages.entry(number).uniqueId().value())
                .toList();
    }

    private static Policies policies(DeleteRule onDelete) {
        return policies(onDelete, RetrieveRule.SEEN);
    }

    private static Policies policies(PolicyOption... options) {
        return new Policies(Map.of(PolicyScope.DEFAULT, new PolicyLayer(List.of(options))));
    }

    private static MaildropState withIntents(MaildropState state, QuitIntents intents) {
        return new MaildropState(
                state.hidden(),
                state.taken(),
                state.aliases(),
                intents,
                state.folders(),
                state.leases(),
                state.lasting());
    }

    private QuitIntents failingIntents() {
        return new QuitIntents() {
            @Override
            public Mono<Void> record(QuitIntent intent) {
                return Mono.error(new IllegalStateException("no quorum"));
            }

            @Override
            public Flux<QuitIntent> of(Username user) {
                return ending.intents().of(user);
            }

            @Override
            public Mono<Void> remove(QuitIntent intent) {
                return ending.intents().remove(intent);
            }
        };
    }
}
