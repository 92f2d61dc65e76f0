package org.jamestandem.pop3.sweep;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.james.core.Username;
import org.jamestandem.pop3.maildrop.Inbox;
import org.jamestandem.pop3.maildrop.Inboxes;
import org.jamestandem.pop3.policy.FolderName;
import org.jamestandem.pop3.policy.PolicyBook;
import org.jamestandem.pop3.policy.PolicyLayer;
import org.jamestandem.pop3.policy.PolicyScope;
import org.jamestandem.pop3.reader.Reader;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Says what another policy would do to a user's maildrop. Changes nothing. */
@Singleton
public final class PolicyChanges {
    private final DeviceReadings readings;
    private final PolicyBook policies;
    private final Inboxes inboxes;
    private final SweepState state;
    private final Clock clock;

    @Inject
    public PolicyChanges(
            DeviceReadings readings,
            PolicyBook policies,
            Inboxes inboxes,
            SweepState state,
            Clock clock) {
        this.readings = readings;
        this.policies = policies;
        this.inboxes = inboxes;
        this.state = state;
        this.clock = clock;
    }

    /**
     * What would become of that user's maildrop.
     *
     * @param scope where the layer would be stored; it may be the user's own or a wider one
     * @param layer instead of the one that is stored there
     */
    public Mono<ChangeReport> preview(Username owner, PolicyScope scope, PolicyLayer layer) {
        return readings.of(owner)
                .flatMap(
                        before ->
                                under(owner, before, scope, layer)
                                        .flatMap(after -> look(owner, before, after)));
    }

    private Mono<List<DeviceReading>> under(
            Username owner, List<DeviceReading> before, PolicyScope scope, PolicyLayer layer) {
        return Flux.fromIterable(before)
                .concatMap(
                        one ->
                                policies.preview(new Reader(owner, one.device()), scope, layer)
                                        .map(one::under))
                .collectList();
    }

    private Mono<ChangeReport> look(
            Username owner, List<DeviceReading> before, List<DeviceReading> after) {
        return Mono.usingWhen(
                inboxes.openForServer(owner),
                inbox -> look(inbox, before, after),
                inbox -> Mono.fromRunnable(inbox::release));
    }

    private Mono<ChangeReport> look(
            Inbox inbox, List<DeviceReading> before, List<DeviceReading> after) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<FolderName> folders =
                Stream.concat(before.stream(), after.stream())
                        .flatMap(one -> one.policy().folders().stream())
                        .distinct()
                        .toList();
        return Mono.zip(inbox.inspect(folders).collectList(), promise(inbox.owner(), after, now))
                .map(
                        read -> {
                            ChangeForecast forecast = new ChangeForecast(read.getT1(), now);
                            return new ChangeReport(
                                    IntStream.range(0, before.size())
                                            .mapToObj(i -> forecast.of(before.get(i), after.get(i)))
                                            .toList(),
                                    forecast.endings(after, read.getT2()));
                        });
    }

    private Mono<Promise> promise(Username owner, List<DeviceReading> after, Instant now) {
        return state.promise(owner)
                .map(promise -> promise.next(Sweeper.told(after), now))
                .defaultIfEmpty(Promise.first(Sweeper.told(after), now));
    }
}
