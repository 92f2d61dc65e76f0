package org.jamestandem.pop3.maildrop.memory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jamestandem.pop3.maildrop.Lease;
import org.jamestandem.pop3.maildrop.Leases;
import org.jamestandem.pop3.reader.Reader;
import reactor.core.publisher.Mono;

final class MemoryLeases implements Leases {
    private record Held(UUID holder, Instant until) {}

    private final Map<List<Object>, Held> held = new ConcurrentHashMap<>();
    private final Clock clock;

    MemoryLeases(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Mono<Boolean> take(Lease lease, Duration time) {
        return Mono.fromSupplier(
                () -> {
                    Instant now = clock.instant();
                    held.values().removeIf(any -> !any.until().isAfter(now));
                    return held.merge(
                                    key(lease),
                                    new Held(lease.holder(), now.plus(time)),
                                    (old, taken) ->
                                            old.holder().equals(lease.holder()) ? taken : old)
                            .holder()
                            .equals(lease.holder());
                });
    }

    @Override
    public Mono<Void> release(Lease lease) {
        return Mono.fromRunnable(
                () ->
                        held.computeIfPresent(
                                key(lease),
                                (any, now) -> now.holder().equals(lease.holder()) ? null : now));
    }

    @Override
    public Mono<Void> forget(Reader reader) {
        return Mono.fromRunnable(() -> held.keySet().removeIf(key -> key.get(0).equals(reader)));
    }

    private static List<Object> key(Lease lease) {
        return List.of(lease.reader(), lease.purpose());
    }
}
