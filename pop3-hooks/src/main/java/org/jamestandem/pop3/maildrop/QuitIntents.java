package org.jamestandem.pop3.maildrop;

import org.apache.james.core.Username;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The intents of QUITs that are not known to be done. */
public interface QuitIntents {
    /**
     * Records an intent: all of it or nothing, also for whoever reads at the same moment. What was
     * recorded before this completes is in every later answer of {@link #of}, on every node.
     */
    Mono<Void> record(QuitIntent intent);

    /** The recorded intents of all readers of that user, oldest first. */
    Flux<QuitIntent> of(Username user);

    /** Forgets an intent that is done. Idempotent. */
    Mono<Void> remove(QuitIntent intent);
}
