package org.jamestandem.mailets.hold;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.apache.james.core.Username;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What is to be done about held mail, and when. Only times with something to do are ever looked at.
 */
public interface Agenda {
    /** Notes an errand. Repeating a call changes nothing. */
    Mono<Void> enrol(AgendaPart part, Username owner, UUID id);

    /** The parts that are due at {@code now}, the earliest first; they may be empty. */
    Flux<AgendaPart> due(Errand errand, Instant now);

    /** All of a part; what is one owner's comes together. */
    Flux<AgendaEntry> entries(AgendaPart part);

    /** What of a part is one owner's. */
    Flux<AgendaEntry> entries(AgendaPart part, Username owner);

    /** Notes that somebody begins with some of it; only for what is there. */
    Mono<Void> attempt(AgendaPart part, Username owner, Collection<UUID> ids, UUID attempt);

    /** Forgets what is done. Idempotent. */
    Mono<Void> strike(AgendaPart part, Username owner, Collection<UUID> ids);

    /** Forgets a part that has nothing in it and will not get anything more. Idempotent. */
    Mono<Void> close(AgendaPart part);
}
