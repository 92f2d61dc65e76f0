package org.jamestandem.imap.acl;

import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The view by subject of a {@link GrantStore}, held against the lists it is made of. A change goes
 * to both at once; what a backup or a hand brought apart is found and mended here.
 */
public interface ShareIndex {
    /**
     * Ids of all mailboxes about which anything is kept, each once, in an order that stays.
     *
     * @param after only those behind that one, which may be gone meanwhile
     */
    Flux<String> mailboxes(Optional<String> after);

    /** Every entry of the view, whether it is in a list or not and whether its time is over. */
    Flux<Share> entries();

    /** The entries of that mailbox's list of which the view says something else. */
    Flux<Identifier> drift(NamedMailbox mailbox);

    /**
     * Makes the view say of that entry what the list says, or nothing when the list has no such
     * entry. A change that is made meanwhile wins.
     */
    Mono<Void> mend(NamedMailbox mailbox, Identifier identifier);

    /** Drops a list whose mailbox's owner nobody knows any more. Idempotent. */
    Mono<Void> dropList(String mailboxId);
}
