package org.jamestandem.pop3.maildrop;

import java.time.Instant;
import org.apache.james.core.Username;
import org.jamestandem.pop3.policy.Policy;
import reactor.core.publisher.Mono;

/** Told of every QUIT that changes something, before it is recorded. */
public interface QuitWatch {
    /**
     * A session is about to take or delete messages. Idempotent.
     *
     * @param policy what holds for it
     * @param at when it does
     */
    Mono<Void> before(Username owner, Policy policy, Instant at);
}
