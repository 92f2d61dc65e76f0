package org.jamestandem.mailets.hold;

import java.time.Clock;
import java.time.Duration;
import org.apache.james.core.Username;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Goes through what is due, owner by owner. What fails for one owner is tried again next time. */
final class AgendaWalk {
    /** How long after its time a part may still get entries, from a node that is slow or late. */
    static final Duration GRACE = Duration.ofMinutes(30);

    private static final Logger LOGGER = LoggerFactory.getLogger(AgendaWalk.class);
    private static final int OWNERS_AT_ONCE = 4;

    private final Agenda agenda;
    private final Clock clock;

    AgendaWalk(Agenda agenda, Clock clock) {
        this.agenda = agenda;
        this.clock = clock;
    }

    Mono<Void> walk(Errand errand, Visit visit) {
        return Mono.defer(
                () ->
                        agenda.due(errand, clock.instant())
                                .concatMap(part -> part(part, visit), 1)
                                .then());
    }

    private Mono<Void> part(AgendaPart part, Visit visit) {
        return agenda.entries(part)
                .map(AgendaEntry::owner)
                .distinctUntilChanged()
                .flatMap(owner -> visited(part, owner, visit), OWNERS_AT_ONCE, OWNERS_AT_ONCE)
                .then(Mono.defer(() -> closed(part)));
    }

    private static Mono<Void> visited(AgendaPart part, Username owner, Visit visit) {
        return visit.to(part, owner)
                .onErrorResume(
                        error -> {
                            LOGGER.error("{} of {} failed", part.errand(), owner, error);
                            return Mono.empty();
                        });
    }

    private Mono<Void> closed(AgendaPart part) {
        if (clock.instant().isBefore(part.due().plus(GRACE))) {
            return Mono.empty();
        }
        return agenda.entries(part)
                .hasElements()
                .flatMap(more -> more ? Mono.empty() : agenda.close(part));
    }

    /** What is done for one owner; may be done twice. */
    interface Visit {
        Mono<Void> to(AgendaPart part, Username owner);
    }
}
