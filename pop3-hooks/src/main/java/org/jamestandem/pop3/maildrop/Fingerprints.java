package org.jamestandem.pop3.maildrop;

import org.apache.james.core.Username;
import reactor.core.publisher.Mono;

/** The last fingerprint of each maildrop. */
public interface Fingerprints {
    /** Empty when none was kept. */
    Mono<Fingerprint> of(Username owner);

    /** Keeps it in the place of the one before. */
    Mono<Void> keep(Username owner, Fingerprint fingerprint);

    /** Forgets it, since unique-ids change as somebody wants it. Idempotent. */
    Mono<Void> forget(Username owner);
}
