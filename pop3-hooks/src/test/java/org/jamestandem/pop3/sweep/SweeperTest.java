package org.jamestandem.pop3.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.james.core.Username;
import org.jamestandem.pop3.maildrop.FakeInbox;
import org.jamestandem.pop3.maildrop.MaildropState;
import org.jamestandem.pop3.maildrop.Place;
import org.jamestandem.pop3.maildrop.memory.MemoryMaildropState;
import org.jamestandem.pop3.policy.Disposition;
import org.jamestandem.pop3.policy.Expiry;
import org.jamestandem.pop3.policy.FolderName;
import org.jamestandem.pop3.policy.LegalHold;
import org.jamestandem.pop3.policy.Policies;
import org.jamestandem.pop3.policy.PolicyBook;
import org.jamestandem.pop3.policy.PolicyLayer;
import org.jamestandem.pop3.policy.PolicyOption;
import org.jamestandem.pop3.policy.PolicyScope;
import org.jamestandem.pop3.policy.memory.MemoryPolicies;
import org.jamestandem.pop3.reader.Device;
import org.jamestandem.pop3.reader.DeviceSettings;
import org.jamestandem.pop3.reader.Devices;
import org.jamestandem.pop3.reader.KnownDevices;
import org.jamestandem.pop3.reader.Reader;
import org.jamestandem.pop3.reader.memory.MemoryDevices;
import org.jamestandem.pop3.sweep.memory.MemorySweepState;
import org.jamestandem.pop3.uidl.MessageKey;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class SweeperTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    private static final Username ANNA = Username.of("anna@example.org");
    private static final Reader DESK = Reader.of(ANNA);
    private static final Reader PHONE = new Reader(ANNA, new Device("phone"));

    private final FakeInbox inbox = new FakeInbox(ANNA);
    private final MaildropState marks = MemoryMaildropState.create();
    private final Devices devices = new MemoryDevices();
    private final SweepState state = new MemorySweepState(Clock.fixed(START, ZoneOffset.UTC));
    private final List<String> journal = new ArrayList<>();

    @Test
    void whatADeviceHidGoesAfterItsTime() {
        Policies policies = policies(expiry(Expiry.When.HIDDEN, true));
        inbox.put(1, "a").put(2, "b");
        seen(DESK);
        hide(DESK, "a", START);

        sweep(policies, days(30).minusSeconds(1));
        assertThat(inbox.uids()).containsExactly(1L, 2L);

        assertThat(sweep(policies, days(30)).messages()).isEqualTo(1);
        assertThat(inbox.uids()).containsExactly(2L);
        assertThat(inbox.keys(FakeInbox.TRASH)).containsExactly("a");
        assertThat(journal).containsExactly("trash a");
        assertThat(sweep(policies, days(31))).isEqualTo(SweepReport.NOTHING);
    }

    @Test
    void whatIsHiddenWaitsForTheOtherKnownDevices() {
        Policies policies = policies(expiry(Expiry.When.HIDDEN, true));
        inbox.put(1, "a");
        seen(DESK);
        seen(PHONE);
        hide(DESK, "a", START);
        sweep(policies, days(40));
        assertThat(inbox.uids()).containsExactly(1L);

        take(PHONE, "a", days(20));
        sweep(policies, days(49));
        assertThat(inbox.uids()).containsExactly(1L);
        sweep(policies, days(50));
        assertThat(inbox.uids()).isEmpty();
    }

    @Test
    void nobodyWaitsForADeviceThatIsNotSeenAnyMore() {
        Policies policies = policies(expiry(Expiry.When.HIDDEN, true));
        inbox.put(1, "a");
        seen(PHONE);
        devices.note(DESK, days(80)).block(PATIENCE);
        hide(DESK, "a", START);
        sweep(policies, days(89));
        assertThat(inbox.uids()).containsExactly(1L);
        sweep(policies, days(91));
        assertThat(inbox.uids()).isEmpty();
    }

    @Test
    void whatIsFlaggedOrNotSeenStays() {
        Policies seenOnly = policies(expiry(Expiry.When.TAKEN, false));
        inbox.put(1, "flagged").put(2, "unseen").put(3, "seen");
        inbox.flag("flagged");
        inbox.see(List.of(place(1), place(3))).block(PATIENCE);
        seen(DESK);
        for (String key : List.of("flagged", "unseen", "seen")) {
            take(DESK, key, START);
        }
        state.promise(ANNA, promise(30, START)).block(PATIENCE);

        sweep(seenOnly, days(31));
        assertThat(inbox.uids()).containsExactly(1L, 2L);

        sweep(policies(expiry(Expiry.When.TAKEN, true)), days(31));
        assertThat(inbox.uids()).containsExactly(1L);
    }

    @Test
    void aLegalHoldKeepsEverything() {
        inbox.put(1, "a");
        seen(DESK);
        hide(DESK, "a", START);
        sweep(policies(expiry(Expiry.When.HIDDEN, true), LegalHold.ON), days(300));
        assertThat(inbox.uids()).containsExactly(1L);
    }

    @Test
    void anAnnouncedRuleWaitsForTheDaysThatWereAnnounced() {
        Policies policies = policies(expiry(Expiry.When.DELIVERED, true));
        inbox.put(1, "a");
        inbox.arrived("a", START.minus(Duration.ofDays(365)));

        SweepReport first = sweep(policies, START);
        assertThat(first.messages()).isZero();
        assertThat(first.waiting()).isEqualTo(1);
        assertThat(inbox.uids()).containsExactly(1L);

        sweep(policies, days(30));
        assertThat(inbox.uids()).isEmpty();
    }

    @Test
    void aForecastChangesNothing() {
        Policies policies = policies(expiry(Expiry.When.HIDDEN, true));
        inbox.put(1, "a");
        seen(DESK);
        hide(DESK, "a", START);
        assertThat(sweeper(policies, days(30)).forecast(ANNA).block(PATIENCE))
                .isEqualTo(new SweepReport(1, 100, 0));
        assertThat(inbox.uids()).containsExactly(1L);
        assertThat(journal).isEmpty();
        assertThat(state.promise(ANNA).blockOptional(PATIENCE)).isEmpty();
    }

    @Test
    void theNextLookIsNotedForTheDayAfterTheNextEnd() {
        Policies policies = policies(expiry(Expiry.When.HIDDEN, true));
        inbox.put(1, "a").put(2, "b");
        seen(DESK);
        hide(DESK, "a", START);
        hide(DESK, "b", days(3));
        sweep(policies, days(31));
        assertThat(inbox.uids()).containsExactly(2L);

        new DueMaildrops(state, sweeper(policies, days(33)), clock(days(33)))
                .sweep()
                .block(PATIENCE);
        assertThat(inbox.uids()).containsExactly(2L);
        new DueMaildrops(state, sweeper(policies, days(34)), clock(days(34)))
                .sweep()
                .block(PATIENCE);
        assertThat(inbox.uids()).isEmpty();
    }

    @Test
    void aMaildropThatAnotherNodeHasClaimedIsLeftToIt() {
        Policies policies = policies(expiry(Expiry.When.HIDDEN, true));
        inbox.put(1, "a");
        seen(DESK);
        hide(DESK, "a", START);
        state.claim(ANNA, Duration.ofHours(1)).block(PATIENCE);
        assertThat(sweep(policies, days(30))).isNull();
        assertThat(inbox.uids()).containsExactly(1L);
        state.release(ANNA).block(PATIENCE);
        sweep(policies, days(30));
        assertThat(inbox.uids()).isEmpty();
    }

    private SweepReport sweep(Policies policies, Instant now) {
        return sweeper(policies, now).sweep(ANNA).block(PATIENCE);
    }

    private Sweeper sweeper(Policies policies, Instant now) {
        KnownDevices known = new KnownDevices(devices, DeviceSettings.DEFAULT, clock(now));
        DeviceReadings readings =
                new DeviceReadings(
                        devices, known, new PolicyBook(policies, new MemoryPolicies()), marks);
        return new Sweeper(
                inbox,
                readings,
                state,
                (owner, action, messages) ->
                        Mono.fromRunnable(
                                () ->
                                        messages.forEach(
                                                copies ->
                                                        journal.add(
                                                                action.word()
                                                                        + " "
                                                                        + copies.get(0)
                                                                                .message()
                                                                                .key()
                                                                                .value()))),
                clock(now));
    }

    private static Clock clock(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private static Instant days(long days) {
        return START.plus(Duration.ofDays(days));
    }

    private void seen(Reader reader) {
        devices.note(reader, START).block(PATIENCE);
    }

    private void hide(Reader reader, String key, Instant at) {
        marks.hidden().mark(reader, List.of(new MessageKey(key)), at).block(PATIENCE);
    }

    private void take(Reader reader, String key, Instant at) {
        marks.taken().mark(reader, List.of(new MessageKey(key)), at).block(PATIENCE);
    }

    private static Place place(long uid) {
        return new Place(FolderName.INBOX, uid);
    }

    private static Promise promise(long days, Instant from) {
        return new Promise(OptionalLong.of(days), from);
    }

    private static Expiry expiry(Expiry.When when, boolean unseenToo) {
        return new Expiry.After(Duration.ofDays(30), when, Disposition.TRASH, unseenToo);
    }

    private static Policies policies(PolicyOption... options) {
        return new Policies(Map.of(PolicyScope.DEFAULT, new PolicyLayer(List.of(options))));
    }
}
