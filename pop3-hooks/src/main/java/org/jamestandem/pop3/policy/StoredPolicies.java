package org.jamestandem.pop3.policy;

import java.util.Map;
import org.apache.james.core.Username;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The layers that were set while the server runs. */
public interface StoredPolicies {
    /**
     * The stored layers of a scope's chain. What was stored before this is asked is in the answer,
     * on every node.
     */
    Mono<Map<PolicyScope, PolicyLayer>> chain(PolicyScope scope);

    /** The stored layer of one scope; an empty one when nothing is stored. */
    Mono<PolicyLayer> of(PolicyScope scope);

    /** Everything that is stored for a user: for itself, by itself, and for its devices. */
    Mono<Map<PolicyScope, PolicyLayer>> ofUser(Username user);

    /** Stores a layer in the place of the one that was stored for that scope. */
    Mono<Void> store(PolicyScope scope, PolicyLayer layer);

    /**
     * Adds a line of CAPA, EXPIRE or LOGIN-DELAY, that may hold for somebody from now on.
     * Idempotent.
     */
    Mono<Void> announce(String line);

    /** Every line that was ever added. */
    Flux<String> announced();

    /** Forgets the stored layer of that scope. Idempotent. */
    Mono<Void> remove(PolicyScope scope);
}
