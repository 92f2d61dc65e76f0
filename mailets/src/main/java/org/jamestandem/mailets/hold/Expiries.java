package org.jamestandem.mailets.hold;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.james.core.Username;
import reactor.core.publisher.Mono;

/** Removes what was held for as long as mail is held. */
@Singleton
public final class Expiries {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int AT_ONCE = 4;

    private final Agenda agenda;
    private final Holding holding;
    private final AgendaWalk walk;

    @Inject
    public Expiries(Agenda agenda, Holding holding, Clock clock) {
        this.agenda = agenda;
        this.holding = holding;
        this.walk = new AgendaWalk(agenda, clock);
    }

    /** One look at all that is due. */
    public Mono<Void> round() {
        return walk.walk(Errand.EXPIRY, this::expire);
    }

    /** The next full hour, so that few times are looked at. */
    static Instant round(Instant time) {
        return time.plus(HOUR).truncatedTo(ChronoUnit.HOURS);
    }

    private Mono<Void> expire(AgendaPart part, Username owner) {
        return agenda.entries(part, owner)
                .flatMap(
                        entry ->
                                holding.forget(owner, entry.id())
                                        .then(agenda.strike(part, owner, List.of(entry.id()))),
                        AT_ONCE)
                .then();
    }
}
