package org.jamestandem.kernel.audit;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.james.core.Username;
import org.jamestandem.kernel.account.UserRows;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The audit trail of a user. */
@Singleton
public final class AuditRows implements UserRows {
    private static final int AT_ONCE = 8;

    private final AuditTrail trail;
    private final Clock clock;

    @Inject
    public AuditRows(AuditTrail trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public Mono<Void> copy(Username from, Username to) {
        return Flux.defer(
                        () ->
                                trail.entries(
                                        from,
                                        Instant.EPOCH,
                                        clock.instant().plus(Duration.ofDays(1))))
                .flatMap(entry -> trail.append(entry.ownedBy(to)), AT_ONCE)
                .then();
    }

    @Override
    public Mono<Void> forget(Username user) {
        return trail.forget(user);
    }
}
