package org.jamestandem.pop3.undo;

import org.apache.james.core.Username;
import reactor.core.publisher.Mono;

/** Where lost messages can be had again. */
public interface LostMail {
    /**
     * Moves a message from that folder back to INBOX. It keeps its id, so no reader from whom it is
     * hidden is offered it again. Idempotent.
     *
     * @param message its id as James writes it
     * @return whether it is in INBOX now
     */
    Mono<Boolean> moveBack(Username owner, String folder, String message);

    /**
     * Stores a removed message in INBOX anew. It has a new id there, so every reader is offered it.
     *
     * @param message its id before, as James writes it
     * @return whether it is in INBOX now; not when the server has no copy
     */
    Mono<Boolean> storeAgain(Username owner, String message);

    /** Whether the server keeps copies of what is removed from now on. */
    boolean keepsCopies();
}
