package org.jamestandem.imap.metadata;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Annotations that users have made for themselves on mailboxes of others (RFC 5464 §3.3). James
 * keeps annotations by mailbox only; those of its owner stay there.
 *
 * <p>A mailbox's id is never used again, so what is left of a deleted one is seen by nobody.
 */
public interface PrivateEntries {
    /** Those of that user on that mailbox, by name. */
    Flux<PrivateEntry> of(String user, String mailboxId);

    /** Sets one; the last one set counts. */
    Mono<Void> set(String user, String mailboxId, PrivateEntry entry);

    /** Removes one. Idempotent. */
    Mono<Void> remove(String user, String mailboxId, String name);

    /** The mailboxes on which that user has any. */
    Flux<String> mailboxes(String user);

    /** Drops those of that user on that mailbox. Idempotent. */
    Mono<Void> forget(String user, String mailboxId);

    /** Drops everything of that user. Idempotent. */
    Mono<Void> forget(String user);
}
