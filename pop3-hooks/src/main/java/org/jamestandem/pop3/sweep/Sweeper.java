package org.jamestandem.pop3.sweep;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import org.apache.james.core.Username;
import org.jamestandem.pop3.maildrop.Inbox;
import org.jamestandem.pop3.maildrop.Inboxes;
import org.jamestandem.pop3.policy.ExpireCapability;
import org.jamestandem.pop3.policy.Expiry;
import org.jamestandem.pop3.policy.FolderName;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Looks at one maildrop: moves or removes what is over, and notes when to look again. May run on
 * several nodes at once and may end anywhere: what was done is not done again, what was not is done
 * at the next look.
 */
@Singleton
public final class Sweeper {
    private static final Duration CLAIM = Duration.ofMinutes(15);

    private final Inboxes inboxes;
    private final DeviceReadings readings;
    private final SweepState state;
    private final SweepJournal journal;
    private final Clock clock;

    @Inject
    public Sweeper(
            Inboxes inboxes,
            DeviceReadings readings,
            SweepState state,
            SweepJournal journal,
            Clock clock) {
        this.inboxes = inboxes;
        this.readings = readings;
        this.state = state;
        this.journal = journal;
        this.clock = clock;
    }

    /** Does what is due; empty when another node is at it. */
    public Mono<SweepReport> sweep(Username owner) {
        return state.claim(owner, CLAIM)
                .flatMap(
                        free ->
                                free
                                        ? Mono.usingWhen(
                                                Mono.just(owner),
                                                claimed -> look(claimed, true),
                                                state::release)
                                        : Mono.empty());
    }

    /** What {@link #sweep} would do now. Changes nothing. */
    public Mono<SweepReport> forecast(Username owner) {
        return look(owner, false);
    }

    private Mono<SweepReport> look(Username owner, boolean act) {
        return readings.of(owner)
                .flatMap(
                        devices ->
                                devices.stream().noneMatch(Sweeper::expires)
                                        ? Mono.just(SweepReport.NOTHING)
                                        : Mono.usingWhen(
                                                inboxes.openForServer(owner),
                                                inbox -> look(owner, devices, inbox, act),
                                                inbox -> Mono.fromRunnable(inbox::release)));
    }

    private Mono<SweepReport> look(
            Username owner, List<DeviceReading> devices, Inbox inbox, boolean act) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        OptionalLong told = told(devices);
        return state.promise(owner)
                .map(before -> before.next(told, now))
                .defaultIfEmpty(Promise.first(told, now))
                .flatMap(
                        promise ->
                                inbox.inspect(folders(devices))
                                        .collectList()
                                        .map(all -> new SweepPlan(devices, all, promise, now))
                                        .flatMap(
                                                plan ->
                                                        act
                                                                ? act(owner, inbox, plan)
                                                                : Mono.just(plan.report())));
    }

    private Mono<SweepReport> act(Username owner, Inbox inbox, SweepPlan plan) {
        return state.promise(owner, plan.promise())
                .thenMany(Flux.fromIterable(plan.work().entrySet()))
                .concatMap(
                        work ->
                                new EndingWork(inbox, work.getKey(), work.getValue())
                                        .perform()
                                        .then(
                                                journal.expired(
                                                        owner, work.getKey(), work.getValue())))
                .then(enrol(owner, plan))
                .thenReturn(plan.report());
    }

    private Mono<Void> enrol(Username owner, SweepPlan plan) {
        return Mono.justOrEmpty(plan.next())
                .map(next -> LocalDate.ofInstant(next, ZoneOffset.UTC).plusDays(1))
                .flatMap(day -> state.enrol(owner, day));
    }

    private static boolean expires(DeviceReading device) {
        return device.policy().expiry() instanceof Expiry.After;
    }

    static List<FolderName> folders(List<DeviceReading> devices) {
        return devices.stream()
                .filter(Sweeper::expires)
                .flatMap(device -> device.policy().folders().stream())
                .distinct()
                .toList();
    }

    static OptionalLong told(List<DeviceReading> devices) {
        return devices.stream()
                .map(device -> ExpireCapability.days(device.policy()))
                .flatMapToLong(OptionalLong::stream)
                .min();
    }
}
