package org.jamestandem.kernel.activity;

import org.apache.james.core.Username;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Remembers the last visit of each user by each protocol from each device, for 400 days after it.
 * Nothing blocks.
 */
public interface ReaderLedger {
    /**
     * Notes a visit. The latest instant is kept, in whatever order visits come, and of what clients
     * did with their downloads the latest that is known. Repeating a call changes nothing.
     */
    Mono<Void> record(Visit visit);

    /** The last visit by each protocol and device; completes empty for a user who never came. */
    Flux<Visit> lastVisits(Username user);

    /** Forgets every visit of that user. Idempotent. */
    Mono<Void> forget(Username user);
}
