package org.jamestandem.pop3.account;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.james.core.Username;
import org.jamestandem.kernel.account.UserRows;
import org.jamestandem.pop3.sweep.Promise;
import org.jamestandem.pop3.sweep.SweepState;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The days for which a user's maildrop is noted, and what its clients were told. A claim is left to
 * end by itself. So is a day further away than a year: when it comes, nobody is found there.
 */
@Singleton
public final class SweepRows implements UserRows {
    private static final int DAYS_BACK = 31;
    private static final int DAYS_AHEAD = 400;

    private final SweepState state;
    private final Clock clock;

    @Inject
    public SweepRows(SweepState state, Clock clock) {
        this.state = state;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "pop3-sweep";
    }

    @Override
    public Mono<Void> copy(Username from, Username to) {
        return state.promise(from)
                .flatMap(promise -> copy(promise, to))
                .thenMany(days(from))
                .concatMap(day -> state.enrol(to, day))
                .then();
    }

    @Override
    public Mono<Void> forget(Username user) {
        return days(user)
                .concatMap(day -> state.strike(user, day))
                .then(Mono.defer(() -> state.forgetPromise(user)));
    }

    /** Of two promises the one that has mail stay longer. */
    private Mono<Void> copy(Promise promise, Username to) {
        return state.promise(to)
                .filter(other -> other.from().isAfter(promise.from()))
                .defaultIfEmpty(promise)
                .flatMap(longer -> state.promise(to, longer));
    }

    private Flux<LocalDate> days(Username user) {
        return Flux.defer(
                () -> {
                    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
                    return state.days(user, today.minusDays(DAYS_BACK), today.plusDays(DAYS_AHEAD));
                });
    }
}
