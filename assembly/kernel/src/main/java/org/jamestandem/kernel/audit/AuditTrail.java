package org.jamestandem.kernel.audit;

import java.time.Instant;
import org.apache.james.core.Username;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps entries for the time that the settings say, counted from their own instant. Nothing blocks.
 */
public interface AuditTrail {
    /**
     * Keeps an entry; one that is too old already is dropped. Repeating a call changes nothing. A
     * small number of thousand messages at most.
     */
    Mono<Void> append(AuditEntry entry);

    /**
     * Everything about that user's mail, latest first.
     *
     * @param from inclusive
     * @param to exclusive
     */
    Flux<AuditEntry> entries(Username owner, Instant from, Instant to);

    /** Forgets everything about that user's mail. Idempotent. */
    Mono<Void> forget(Username owner);
}
