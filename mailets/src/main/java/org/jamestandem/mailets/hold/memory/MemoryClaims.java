package org.jamestandem.mailets.hold.memory;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jamestandem.mailets.hold.Claims;
import reactor.core.publisher.Mono;

/** Of the threads of this process. */
@Singleton
public final class MemoryClaims implements Claims {
    private final Map<String, Instant> ends = new ConcurrentHashMap<>();
    private final Clock clock;

    @Inject
    public MemoryClaims(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Mono<Boolean> claim(String what, Duration length) {
        return Mono.fromCallable(
                () -> {
                    Instant now = clock.instant();
                    AtomicBoolean free = new AtomicBoolean();
                    ends.compute(
                            what,
                            (any, end) -> {
                                free.set(end == null || !end.isAfter(now));
                                return free.get() ? now.plus(length) : end;
                            });
                    return free.get();
                });
    }

    @Override
    public Mono<Void> giveBack(String what) {
        return Mono.fromRunnable(() -> ends.remove(what));
    }
}
