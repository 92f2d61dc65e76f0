package org.jamestandem.pop3.sweep.memory;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.james.core.Username;
import org.jamestandem.pop3.sweep.Promise;
import org.jamestandem.pop3.sweep.SweepState;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Gone when the process stops. */
@Singleton
public final class MemorySweepState implements SweepState {
    private final Map<LocalDate, Set<Username>> days = new ConcurrentHashMap<>();
    private final Map<Username, Promise> promises = new ConcurrentHashMap<>();
    private final Map<Username, Instant> claims = new ConcurrentHashMap<>();
    private final Clock clock;

    @Inject
    public MemorySweepState(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Mono<Void> enrol(Username owner, LocalDate day) {
        return Mono.fromRunnable(
                () -> days.computeIfAbsent(day, any -> ConcurrentHashMap.newKeySet()).add(owner));
    }

    @Override
    public Flux<Username> enrolled(LocalDate day, int shard) {
        return Flux.defer(
                () ->
                        Flux.fromStream(
                                Set.copyOf(days.getOrDefault(day, Set.of())).stream()
                                        .filter(owner -> SweepState.shard(owner) == shard)));
    }

    @Override
    public Mono<Void> strike(Username owner, LocalDate day) {
        return Mono.fromRunnable(
                () ->
                        days.computeIfPresent(
                                day,
                                (any, owners) -> {
                                    owners.remove(owner);
                                    return owners.isEmpty() ? null : owners;
                                }));
    }

    @Override
    public Flux<LocalDate> days(Username owner, LocalDate first, LocalDate last) {
        return Flux.defer(
                () ->
                        Flux.fromStream(
                                first.datesUntil(last.plusDays(1))
                                        .filter(
                                                day ->
                                                        days.getOrDefault(day, Set.of())
                                                                .contains(owner))));
    }

    @Override
    public Mono<Promise> promise(Username owner) {
        return Mono.fromCallable(() -> promises.get(owner));
    }

    @Override
    public Mono<Void> promise(Username owner, Promise promise) {
        return Mono.fromRunnable(() -> promises.put(owner, promise));
    }

    @Override
    public Mono<Void> promiseFirst(Username owner, Promise promise) {
        return Mono.fromRunnable(() -> promises.putIfAbsent(owner, promise));
    }

    @Override
    public Mono<Void> forgetPromise(Username owner) {
        return Mono.fromRunnable(() -> promises.remove(owner));
    }

    @Override
    public Mono<Boolean> claim(Username owner, Duration length) {
        return Mono.fromCallable(
                () -> {
                    Instant now = clock.instant();
                    Instant end = now.plus(length);
                    return end.equals(
                            claims.compute(
                                    owner,
                                    (any, held) ->
                                            held == null || !held.isAfter(now) ? end : held));
                });
    }

    @Override
    public Mono<Void> release(Username owner) {
        return Mono.fromRunnable(() -> claims.remove(owner));
    }
}
