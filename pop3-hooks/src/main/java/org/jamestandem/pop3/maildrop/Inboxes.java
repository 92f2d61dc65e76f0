package org.jamestandem.pop3.maildrop;

import org.apache.james.core.Username;
import reactor.core.publisher.Mono;

/** The users' folders, for who can name user and password. */
public interface Inboxes {
    /**
     * The user's INBOX, created when there is none; empty when the credentials are wrong, with
     * nothing said about why.
     */
    Mono<Inbox> open(Username user, String password);
}
