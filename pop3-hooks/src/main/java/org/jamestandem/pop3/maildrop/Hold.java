package org.jamestandem.pop3.maildrop;

import java.time.Duration;
import java.util.UUID;
import org.jamestandem.pop3.policy.Policy;
import org.jamestandem.pop3.reader.Reader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a session has against others of its reader, where the policy asks for it. */
final class Hold {
    /** A node that dies with a session open keeps its reader out for so long. */
    private static final Duration SESSION = Duration.ofMinutes(3);

    private static final Duration RENEWAL = Duration.ofMinutes(1);
    private static final Logger LOGGER = LoggerFactory.getLogger(Hold.class);

    private final Leases leases;
    private final Reader reader;
    private final UUID session = UUID.randomUUID();
    private final boolean exclusive;
    private Disposable renewal = Disposables.disposed();

    private Hold(Leases leases, Reader reader, boolean exclusive) {
        this.leases = leases;
        this.reader = reader;
        this.exclusive = exclusive;
    }

    /** Takes what is needed; fails with {@link MaildropBusy} when it cannot be had. */
    static Mono<Hold> take(Leases leases, Reader reader, Policy policy) {
        Hold hold = new Hold(leases, reader, policy.refusesConcurrentSessions());
        return hold.takeSession()
                .then(hold.takeDelay(policy.loginDelay()))
                .thenReturn(hold)
                .onErrorResume(error -> hold.release().then(Mono.error(error)));
    }

    /** Gives the session back; what it had of the login delay stays. */
    Mono<Void> release() {
        renewal.dispose();
        return exclusive
                ? leases.release(lease(Lease.Purpose.SESSION))
                        .onErrorResume(
                                error -> {
                                    LOGGER.warn(
                                            "The maildrop of {} stays in use for {}",
                                            reader.user().asString(),
                                            SESSION,
                                            error);
                                    return Mono.empty();
                                })
                : Mono.empty();
    }

    private Mono<Void> takeSession() {
        return exclusive
                ? take(Lease.Purpose.SESSION, SESSION).doOnSuccess(taken -> renewInTime())
                : Mono.empty();
    }

    private Mono<Void> takeDelay(Duration delay) {
        return delay.isZero() ? Mono.empty() : take(Lease.Purpose.DELAY, delay);
    }

    private Mono<Void> take(Lease.Purpose purpose, Duration time) {
        return Mono.defer(() -> leases.take(lease(purpose), time))
                .flatMap(taken -> taken ? Mono.empty() : Mono.error(new MaildropBusy(purpose)));
    }

    private void renewInTime() {
        renewal =
                Flux.interval(RENEWAL)
                        .onBackpressureDrop()
                        .concatMap(
                                any ->
                                        leases.take(lease(Lease.Purpose.SESSION), SESSION)
                                                .onErrorResume(error -> Mono.empty()))
                        .subscribe();
    }

    private Lease lease(Lease.Purpose purpose) {
        return new Lease(reader, purpose, session);
    }
}
