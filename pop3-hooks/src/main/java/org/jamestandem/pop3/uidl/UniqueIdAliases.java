package org.jamestandem.pop3.uidl;

import java.util.Map;
import org.apache.james.core.Username;
import reactor.core.publisher.Mono;

/**
 * Unique-ids that clients knew before a message's key became its unique-id. Written once for a
 * whole maildrop, before it is first offered, and never computed later.
 */
public interface UniqueIdAliases {
    /** The aliases of that maildrop; empty when none were ever kept, not even an empty map. */
    Mono<Map<MessageKey, UniqueId>> of(Username owner);

    /**
     * Keeps these aliases unless that maildrop has some already. Concurrent callers, on one node or
     * several, are all answered the same map: one caller's, whole.
     *
     * @return what is kept from now on
     */
    Mono<Map<MessageKey, UniqueId>> keepFirst(Username owner, Map<MessageKey, UniqueId> aliases);

    /**
     * Keeps these aliases instead of any that were kept, all of them or none: for who has asked
     * what clients will do. A session that is open has the ones from before.
     */
    Mono<Void> replace(Username owner, Map<MessageKey, UniqueId> aliases);

    /** Forgets that aliases were ever kept for that maildrop. Idempotent. */
    Mono<Void> forget(Username owner);
}
