package org.jamestandem.pop3.sweep;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.james.core.Username;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks at the maildrops that are noted for today or one of the days before; at no other. */
@Singleton
public final class DueMaildrops {
    /** A node that was away for longer leaves the rest to the next look at all. */
    private static final int DAYS_BACK = 30;

    private static final int AT_ONCE = 2;
    private static final Logger LOGGER = LoggerFactory.getLogger(DueMaildrops.class);

    private final SweepState state;
    private final Sweeper sweeper;
    private final Clock clock;

    @Inject
    public DueMaildrops(SweepState state, Sweeper sweeper, Clock clock) {
        this.state = state;
        this.sweeper = sweeper;
        this.clock = clock;
    }

    /** Does what is due; one maildrop that fails stays noted and stops no other. */
    public Mono<Void> sweep() {
        return Mono.fromCallable(() -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .flatMapMany(
                        today ->
                                Flux.range(0, DAYS_BACK + 1)
                                        .map(back -> today.minusDays(DAYS_BACK - back)))
                .concatMap(
                        day ->
                                Flux.range(0, SweepState.SHARDS)
                                        .concatMap(shard -> state.enrolled(day, shard))
                                        .flatMap(owner -> sweep(owner, day), AT_ONCE))
                .then();
    }

    private Mono<Void> sweep(Username owner, LocalDate day) {
        return sweeper.sweep(owner)
                .flatMap(report -> state.strike(owner, day))
                .onErrorResume(
                        error -> {
                            LOGGER.error("Could not sweep {}", owner.asString(), error);
                            return Mono.empty();
                        });
    }
}
