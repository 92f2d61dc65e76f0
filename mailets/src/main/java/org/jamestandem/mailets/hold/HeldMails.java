package org.jamestandem.mailets.hold;

import java.util.UUID;
import org.apache.james.core.Username;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Remembers which mail is held back; the mail itself is in {@link HeldContent}. */
public interface HeldMails {
    /** Idempotent. */
    Mono<Void> keep(HeldMail mail);

    /** Completes empty for what is not held, and for what is another's. */
    Mono<HeldMail> find(Username owner, UUID id);

    /** All that is held back from that user, in no order. */
    Flux<HeldMail> of(Username owner);

    /** Idempotent. */
    Mono<Void> forget(Username owner, UUID id);
}
