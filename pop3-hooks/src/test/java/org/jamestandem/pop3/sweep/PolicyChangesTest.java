package org.jamestandem.pop3.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.james.core.Username;
import org.apache.james.user.api.UsersRepository;
import org.jamestandem.kernel.tasks.Step;
import org.jamestandem.kernel.tasks.WorkOrder;
import org.jamestandem.pop3.maildrop.FakeInbox;
import org.jamestandem.pop3.maildrop.MaildropState;
import org.jamestandem.pop3.maildrop.memory.MemoryMaildropState;
import org.jamestandem.pop3.policy.Access;
import org.jamestandem.pop3.policy.Disposition;
import org.jamestandem.pop3.policy.Expiry;
import org.jamestandem.pop3.policy.FolderName;
import org.jamestandem.pop3.policy.Folders;
import org.jamestandem.pop3.policy.LegalHold;
import org.jamestandem.pop3.policy.Offer;
import org.jamestandem.pop3.policy.Policies;
import org.jamestandem.pop3.policy.PolicyBook;
import org.jamestandem.pop3.policy.PolicyJson;
import org.jamestandem.pop3.policy.PolicyLayer;
import org.jamestandem.pop3.policy.PolicyOption;
import org.jamestandem.pop3.policy.PolicyScope;
import org.jamestandem.pop3.policy.StoredPolicies;
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
import reactor.core.publisher.Flux;

/** What a policy would do, said before it is set. */
class PolicyChangesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 5);
    private static final Username ANNA = Username.of("anna@example.org");
    private static final Reader DESK = Reader.of(ANNA);
    private static final PolicyScope USER = new PolicyScope.OfUser(ANNA);
    private static final PolicyScope DOMAIN = new PolicyScope.OfDomain(ANNA.getDomainPart().get());
    private static final Amount ONE = new Amount(1, 100);

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final FakeInbox inbox = new FakeInbox(ANNA);
    private final MaildropState marks = MemoryMaildropState.create();
    private final Devices devices = new MemoryDevices();
    private final SweepState state = new MemorySweepState(clock);
    private final StoredPolicies stored = new MemoryPolicies();
    private final PolicyBook policies = new PolicyBook(Policies.STOCK, stored);
    private final PolicyChanges changes =
            new PolicyChanges(
                    new DeviceReadings(
                            devices,
                            new KnownDevices(devices, DeviceSettings.DEFAULT, clock),
                            policies,
                            marks),
                    policies,
                    inbox,
                    state,
                    clock);

    @Test
    void whatADeviceHasTakenIsDownloadedAgainWhenItIsOfferedAgain() {
        Reader phone = new Reader(ANNA, new Device("phone"));
        inbox.put(1, "a").put(2, "b");
        devices.note(DESK, NOW).block(PATIENCE);
        devices.note(phone, NOW).block(PATIENCE);
        stored.store(USER, layer(new Offer.Untaken())).block(PATIENCE);
        take(DESK, "a");

        ChangeReport report = preview(USER, new Offer.All());
        assertThat(of(report, Device.DEFAULT).downloadedAgain()).isEqualTo(ONE);
        assertThat(of(report, phone.device()).downloadedAgain()).isEqualTo(Amount.NONE);
        assertThat(report.sum(ChangeReport.OfDevice::noLongerOffered)).isEqualTo(Amount.NONE);
        assertThat(policies.stored(USER).block(PATIENCE)).isEqualTo(layer(new Offer.Untaken()));
    }

    @Test
    void whatIsNotOfferedAnyMoreIsCountedForEachDevice() {
        inbox.put(1, "a").put(2, "b");
        inbox.arrived("a", NOW.minus(Duration.ofDays(40)));
        inbox.arrived("b", NOW);
        assertThat(preview(USER, new Offer.Recent(30)).sum(ChangeReport.OfDevice::noLongerOffered))
                .isEqualTo(ONE);
        assertThat(preview(USER, Access.OFF).sum(ChangeReport.OfDevice::noLongerOffered))
                .isEqualTo(new Amount(2, 200));
    }

    @Test
    void aFolderThatComesInIsOfferedInAddition() {
        FolderName junk = new FolderName("Junk");
        inbox.put(1, "a").put(junk, 1, "b").put(junk, 2, "a");
        ChangeReport report = preview(USER, new Folders(List.of(FolderName.INBOX, junk)));
        assertThat(report.sum(ChangeReport.OfDevice::offeredInAddition)).isEqualTo(ONE);
        assertThat(report.sum(ChangeReport.OfDevice::downloadedAgain)).isEqualTo(Amount.NONE);
    }

    @Test
    void endingsStandOnTheDayFromWhichTheyMayBeDone() {
        inbox.put(1, "old").put(2, "new").put(3, "flagged");
        inbox.arrived("old", NOW.minus(Duration.ofDays(365)));
        inbox.arrived("new", NOW);
        inbox.flag("flagged");
        state.promise(ANNA, new Promise(OptionalLong.of(90), NOW)).block(PATIENCE);

        ChangeReport report = preview(USER, expiry(100, Expiry.When.DELIVERED));
        assertThat(report.endings())
                .containsExactly(
                        new ChangeReport.OfDay(TODAY, Disposition.TRASH, ONE),
                        new ChangeReport.OfDay(TODAY.plusDays(100), Disposition.TRASH, ONE));
        ChangeReport shorter = preview(USER, expiry(30, Expiry.When.DELIVERED));
        assertThat(shorter.endings())
                .containsExactly(
                        new ChangeReport.OfDay(
                                TODAY.plusDays(90), Disposition.TRASH, new Amount(2, 200)));
        assertThat(preview(USER, expiry(30, Expiry.When.DELIVERED), LegalHold.ON).endings())
                .isEmpty();
    }

    @Test
    void manyDaysAreShownAsSixty() {
        for (int i = 1; i <= 100; i++) {
            inbox.put(i, "m" + i);
            inbox.arrived("m" + i, NOW.plus(Duration.ofDays(i)));
        }
        ChangeReport report = preview(USER, expiry(30, Expiry.When.DELIVERED));
        assertThat(report.endings()).hasSize(60);
        assertThat(report.endings().get(59).amount()).isEqualTo(new Amount(41, 4100));
        assertThat(report.ending()).isEqualTo(new Amount(100, 10_000));
    }

    @Test
    void whatAUserHasChosenGoesBeforeWhatADomainWouldHave() {
        inbox.put(1, "a");
        assertThat(preview(DOMAIN, Access.OFF).sum(ChangeReport.OfDevice::noLongerOffered))
                .isEqualTo(ONE);
        stored.store(USER, layer(Access.ON)).block(PATIENCE);
        assertThat(preview(DOMAIN, Access.OFF).sum(ChangeReport.OfDevice::noLongerOffered))
                .isEqualTo(Amount.NONE);
    }

    @Test
    void aDomainIsLookedAtUserByUserAndGoesOnWhereItStopped() {
        inbox.put(1, "a");
        PolicyPreviewWork work = new PolicyPreviewWork(users(), changes);
        WorkOrder order =
                new WorkOrder(
                        PolicyPreviewWork.NAME,
                        Map.of(
                                PolicyPreviewWork.DOMAIN,
                                "example.org",
                                PolicyPreviewWork.PER_SECOND,
                                "1000",
                                PolicyPreviewWork.POLICY,
                                PolicyJson.write(layer(Access.OFF))));
        List<Step> steps = work.run(order, Optional.empty()).collectList().block(PATIENCE);
        assertThat(steps)
                .extracting(Step::place)
                .containsExactly("anna@example.org", "zoe@example.org");
        assertThat(steps.get(0).counts())
                .containsEntry("no-longer-offered", 1L)
                .containsEntry("no-longer-offered example.org", 1L)
                .containsEntry("no-longer-offered anna@example.org", 1L)
                .containsEntry("no-longer-offered-octets", 100L)
                .containsEntry("users", 1L);
        assertThat(
                        work.run(order, Optional.of("anna@example.org"))
                                .map(Step::place)
                                .collectList()
                                .block(PATIENCE))
                .containsExactly("zoe@example.org");
    }

    private ChangeReport preview(PolicyScope scope, PolicyOption... options) {
        return changes.preview(ANNA, scope, layer(options)).block(PATIENCE);
    }

    private static ChangeReport.OfDevice of(ChangeReport report, Device device) {
        return report.devices().stream()
                .filter(one -> one.device().equals(device))
                .findAny()
                .orElseThrow();
    }

    private void take(Reader reader, String key) {
        marks.taken().mark(reader, List.of(new MessageKey(key)), NOW).block(PATIENCE);
    }

    private static Expiry expiry(long days, Expiry.When when) {
        return new Expiry.After(Duration.ofDays(days), when, Disposition.TRASH, true);
    }

    private static PolicyLayer layer(PolicyOption... options) {
        return new PolicyLayer(List.of(options));
    }

    private static UsersRepository users() {
        return (UsersRepository)
                Proxy.newProxyInstance(
                        PolicyChangesTest.class.getClassLoader(),
                        new Class<?>[] {UsersRepository.class},
                        (proxy, method, arguments) ->
                                Flux.just("zoe@example.org", "bob@other.org", ANNA.asString())
                                        .map(Username::of));
    }
}
