package org.jamestandem.imap.acl;

import java.time.Instant;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps the access control lists of mailboxes, and finds mailboxes by whom they are shared with.
 *
 * <p>Changes need no reading first: when two nodes add or remove different rights of one entry at
 * once, both changes last. A reader sees a change that completed before it asked. An entry whose
 * time is over is read as if it were not there.
 */
public interface GrantStore {
    /** What is kept about that mailbox; {@link StoredList#UNKNOWN} when nothing is. */
    Mono<StoredList> read(String mailboxId);

    /**
     * Changes one entry, and notes what the mailbox is called. Repeating it changes nothing. An
     * entry that is replaced lasts for ever again.
     */
    Mono<Void> change(NamedMailbox mailbox, GrantChange change);

    /** Lets an entry last until then (millisecond precision), and not after. Idempotent. */
    Mono<Void> limit(MailboxKey mailbox, Identifier identifier, Instant until);

    /** Notes in every entry what the mailbox is called now. Idempotent. */
    Mono<Void> rename(NamedMailbox mailbox);

    /**
     * Notes that a mailbox has changed hands, and what it is called. Idempotent.
     *
     * @param before whose it was
     * @param mailbox with whose it is now
     */
    Mono<Void> move(String before, NamedMailbox mailbox);

    /**
     * Gives {@code to} the entry of {@code from}, which stays. Where {@code to} has one already,
     * the rights are added if those of {@code from} last at least as long, and nothing is done
     * otherwise: no right lasts longer than it was given for. Idempotent.
     */
    Mono<Void> copy(NamedMailbox mailbox, Identifier from, Identifier to);

    /**
     * Notes what we show in the server's own list. Additions and removals of different entries by
     * different nodes all last.
     */
    Mono<Void> show(MailboxKey mailbox, Set<Grant> added, Set<Grant> removed);

    /** Drops everything about a mailbox that is deleted. Idempotent. */
    Mono<Void> forget(MailboxKey mailbox);

    /** Every entry about exactly that subject, of both signs, in no particular order. */
    Flux<Share> shares(ShareScope scope);

    /** Those of {@link #shares(ShareScope)} in mailboxes of that owner. */
    Flux<Share> shares(ShareScope scope, String owner);
}
