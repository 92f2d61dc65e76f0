package org.jamestandem.kernel.account;

import org.apache.james.core.Username;
import reactor.core.publisher.Mono;

/**
 * Everything that one part of a feature keeps under users' names. Any node may die in the middle of
 * either: doing it again from the beginning finishes it.
 */
public interface UserRows {
    /** What it is called among the others: letters, digits and dashes. */
    String name();

    /**
     * Gives {@code to} what {@code from} has, which keeps it too. What {@code to} has already is
     * kept beside it. Idempotent.
     */
    Mono<Void> copy(Username from, Username to);

    /** Forgets all of it, so that who gets that name later begins with nothing. Idempotent. */
    Mono<Void> forget(Username user);
}
