package org.jamestandem.imap.acl;

import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps the access control lists of mailboxes, and finds mailboxes by whom they are shared with.
 *
 * <p>Changes need no reading first: when two nodes add or remove different rights of one entry at
 * once, both changes last. A reader sees a change that completed before it asked.
 */
public interface GrantStore {
    /** What is kept about that mailbox; {@link StoredList#UNKNOWN} when nothing is. */
    Mono<StoredList> read(String mailboxId);

    /** Changes one entry. Repeating it changes nothing. */
    Mono<Void> change(MailboxKey mailbox, GrantChange change);

    /**
     * Notes what we show in the server's own list. Additions and removals of different entries by
     * different nodes all last.
     */
    Mono<Void> show(MailboxKey mailbox, Set<Grant> added, Set<Grant> removed);

    /** Drops everything about a mailbox that is deleted. Idempotent. */
    Mono<Void> forget(MailboxKey mailbox);

    /** Every mailbox that has an entry for exactly that identifier, in no particular order. */
    Flux<Share> shares(ShareScope scope);
}
