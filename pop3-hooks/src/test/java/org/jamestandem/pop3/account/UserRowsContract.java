package org.jamestandem.pop3.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.james.core.Username;
import org.apache.james.metrics.api.NoopGaugeRegistry;
import org.jamestandem.kernel.account.UserRows;
import org.jamestandem.pop3.journal.LiveSessions;
import org.jamestandem.pop3.maildrop.Lease;
import org.jamestandem.pop3.maildrop.MaildropState;
import org.jamestandem.pop3.maildrop.QuitIntent;
import org.jamestandem.pop3.maildrop.memory.MemoryFingerprints;
import org.jamestandem.pop3.policy.DeleteRule;
import org.jamestandem.pop3.policy.Disposition;
import org.jamestandem.pop3.policy.FolderName;
import org.jamestandem.pop3.policy.LegalHold;
import org.jamestandem.pop3.policy.Policies;
import org.jamestandem.pop3.policy.PolicyBook;
import org.jamestandem.pop3.policy.PolicyLayer;
import org.jamestandem.pop3.policy.PolicyScope;
import org.jamestandem.pop3.policy.StoredPolicies;
import org.jamestandem.pop3.reader.Device;
import org.jamestandem.pop3.reader.Devices;
import org.jamestandem.pop3.reader.Reader;
import org.jamestandem.pop3.sweep.Promise;
import org.jamestandem.pop3.sweep.SweepState;
import org.jamestandem.pop3.uidl.MessageKey;
import org.jamestandem.pop3.uidl.UniqueId;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** What becomes of everything that POP3 keeps when its user gets another name, or goes. */
public interface UserRowsContract {
    Duration PATIENCE = Duration.ofSeconds(60);
    Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    LocalDate TODAY = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
    Username ANNA = Username.of("anna@example.org");
    Username MARIA = Username.of("maria@example.org");
    Device PHONE = new Device("phone");
    MessageKey ONE = new MessageKey("one");
    MessageKey TWO = new MessageKey("two");
    UUID INTENT = UUID.randomUUID();

    /** Each of these with nothing in it. */
    MaildropState state();

    Devices devices();

    StoredPolicies policies();

    SweepState sweeps();

    private List<UserRows> rows() {
        return List.of(
                new MaildropRows(
                        devices(),
                        state(),
                        new MemoryFingerprints(),
                        new LiveSessions(new NoopGaugeRegistry())),
                new PolicyRows(new PolicyBook(Policies.STOCK, policies())),
                new SweepRows(sweeps(), Clock.systemUTC()));
    }

    private void rename(Username from, Username to) {
        copy(from, to);
        forget(from);
    }

    private void copy(Username from, Username to) {
        Flux.fromIterable(rows()).concatMap(one -> one.copy(from, to)).blockLast(PATIENCE);
    }

    private void forget(Username user) {
        Flux.fromIterable(rows()).concatMap(one -> one.forget(user)).blockLast(PATIENCE);
    }

    /** One of everything, some of it for a device that only its marks tell of. */
    private void fill(Username user) {
        Reader phone = new Reader(user, PHONE);
        devices().note(phone, NOW).block(PATIENCE);
        devices().note(Reader.of(user), NOW.minusSeconds(60)).block(PATIENCE);
        state().hidden().mark(phone, List.of(ONE), NOW.minusSeconds(9)).block(PATIENCE);
        state().hidden().mark(phone, List.of(TWO), NOW.minusSeconds(5)).block(PATIENCE);
        state().hidden().mark(Reader.everyOf(user), List.of(TWO), NOW).block(PATIENCE);
        state().taken().mark(Reader.of(user), List.of(ONE), NOW).block(PATIENCE);
        state().aliases().keepFirst(user, Map.of(ONE, new UniqueId("7"))).block(PATIENCE);
        state().intents().record(intent(phone)).block(PATIENCE);
        policies().store(new PolicyScope.OfUser(user), layer()).block(PATIENCE);
        policies().store(new PolicyScope.Own(user), layer()).block(PATIENCE);
        policies().store(new PolicyScope.OfDevice(user, PHONE), layer()).block(PATIENCE);
        sweeps().promise(user, promise()).block(PATIENCE);
        sweeps().enrol(user, TODAY.plusDays(30)).block(PATIENCE);
    }

    private static QuitIntent intent(Reader reader) {
        return new QuitIntent(
                INTENT,
                reader,
                NOW,
                List.of(FolderName.INBOX),
                Map.of(Disposition.HIDE, Set.of(ONE)));
    }

    private static PolicyLayer layer() {
        return new PolicyLayer(List.of(DeleteRule.HIDE_ALL, LegalHold.ON));
    }

    private static Promise promise() {
        return new Promise(OptionalLong.of(30), NOW);
    }

    private void assertHasEverything(Username user) {
        Reader phone = new Reader(user, PHONE);
        assertThat(devices().of(user).block(PATIENCE)).containsOnlyKeys(PHONE, Device.DEFAULT);
        assertThat(state().hidden().of(phone).block(PATIENCE))
                .isEqualTo(Map.of(ONE, NOW.minusSeconds(9), TWO, NOW.minusSeconds(5)));
        assertThat(state().hidden().of(Reader.everyOf(user)).block(PATIENCE))
                .isEqualTo(Map.of(TWO, NOW));
        assertThat(state().taken().of(Reader.of(user)).block(PATIENCE)).isEqualTo(Map.of(ONE, NOW));
        assertThat(state().aliases().of(user).block(PATIENCE))
                .isEqualTo(Map.of(ONE, new UniqueId("7")));
        assertThat(state().intents().of(user).collectList().block(PATIENCE))
                .containsExactly(intent(phone));
        assertThat(policies().ofUser(user).block(PATIENCE))
                .containsOnlyKeys(
                        new PolicyScope.OfUser(user),
                        new PolicyScope.Own(user),
                        new PolicyScope.OfDevice(user, PHONE))
                .containsValue(layer());
        assertThat(sweeps().promise(user).block(PATIENCE)).isEqualTo(promise());
        assertThat(days(user)).containsExactly(TODAY.plusDays(30));
    }

    private void assertHasNothing(Username user) {
        assertThat(devices().of(user).block(PATIENCE)).isEmpty();
        Stream.of(Device.DEFAULT, Device.EVERY, PHONE)
                .map(device -> new Reader(user, device))
                .forEach(
                        reader -> {
                            assertThat(state().hidden().of(reader).block(PATIENCE)).isEmpty();
                            assertThat(state().taken().of(reader).block(PATIENCE)).isEmpty();
                        });
        assertThat(state().aliases().of(user).blockOptional(PATIENCE)).isEmpty();
        assertThat(state().intents().of(user).collectList().block(PATIENCE)).isEmpty();
        assertThat(policies().ofUser(user).block(PATIENCE)).isEmpty();
        assertThat(sweeps().promise(user).blockOptional(PATIENCE)).isEmpty();
        assertThat(days(user)).isEmpty();
    }

    private List<LocalDate> days(Username user) {
        return sweeps().days(user, TODAY.minusDays(31), TODAY.plusDays(400))
                .collectList()
                .block(PATIENCE);
    }

    @Test
    default void aNewNameHasEverythingAndTheOldOneNothing() {
        fill(ANNA);
        rename(ANNA, MARIA);
        assertHasEverything(MARIA);
        assertHasNothing(ANNA);
    }

    @Test
    default void untilTheMailHasMovedBothNamesHaveEverything() {
        fill(ANNA);
        for (int twice = 0; twice < 2; twice++) {
            copy(ANNA, MARIA);
        }
        assertHasEverything(ANNA);
        assertHasEverything(MARIA);
    }

    @Test
    default void whatStoppedInTheMiddleIsFinishedFromTheBeginning() {
        fill(ANNA);
        copy(ANNA, MARIA);
        rows().get(1).forget(ANNA).block(PATIENCE);
        state().hidden().forget(new Reader(ANNA, PHONE)).block(PATIENCE);
        rename(ANNA, MARIA);
        assertHasEverything(MARIA);
        assertHasNothing(ANNA);
    }

    @Test
    default void aNameThatIsTakenBackHasEverythingAgain() {
        fill(ANNA);
        rename(ANNA, MARIA);
        rename(MARIA, ANNA);
        assertHasEverything(ANNA);
        assertHasNothing(MARIA);
        rename(ANNA, MARIA);
        assertHasEverything(MARIA);
    }

    @Test
    default void whoIsCalledAsSomebodyBeforeInheritsNothingAndKeepsWhatIsNew() {
        fill(ANNA);
        take(new Lease(Reader.of(ANNA), Lease.Purpose.DELAY, UUID.randomUUID()));
        for (int twice = 0; twice < 2; twice++) {
            forget(ANNA);
        }
        assertHasNothing(ANNA);
        assertThat(take(new Lease(Reader.of(ANNA), Lease.Purpose.DELAY, UUID.randomUUID())))
                .isTrue();
        state().hidden().mark(Reader.of(ANNA), List.of(ONE), NOW.plusSeconds(1)).block(PATIENCE);
        state().aliases().keepFirst(ANNA, Map.of(TWO, new UniqueId("9"))).block(PATIENCE);
        devices().note(new Reader(ANNA, PHONE), NOW.plusSeconds(1)).block(PATIENCE);
        assertThat(state().hidden().of(Reader.of(ANNA)).block(PATIENCE)).containsOnlyKeys(ONE);
        assertThat(state().aliases().of(ANNA).block(PATIENCE)).containsOnlyKeys(TWO);
        assertThat(devices().of(ANNA).block(PATIENCE)).containsOnlyKeys(PHONE);
    }

    @Test
    default void otherUsersAreNotTouched() {
        fill(ANNA);
        fill(MARIA);
        forget(ANNA);
        assertHasEverything(MARIA);
    }

    @Test
    default void aMaildropThatIsThereAlreadyIsJoinedAndNoUniqueIdNamesTwoMessages() {
        MessageKey three = new MessageKey("three");
        MessageKey four = new MessageKey("four");
        fill(ANNA);
        state().aliases()
                .keepFirst(MARIA, Map.of(three, new UniqueId("7"), four, new UniqueId("8")))
                .block(PATIENCE);
        state().hidden().mark(new Reader(MARIA, PHONE), List.of(ONE, three), NOW).block(PATIENCE);
        rename(ANNA, MARIA);
        assertThat(state().aliases().of(MARIA).block(PATIENCE))
                .isEqualTo(Map.of(ONE, new UniqueId("7"), four, new UniqueId("8")));
        assertThat(state().hidden().of(new Reader(MARIA, PHONE)).block(PATIENCE))
                .isEqualTo(Map.of(ONE, NOW.minusSeconds(9), TWO, NOW.minusSeconds(5), three, NOW));
    }

    private boolean take(Lease lease) {
        return Boolean.TRUE.equals(
                state().leases().take(lease, Duration.ofMinutes(5)).block(PATIENCE));
    }
}
