package org.jamestandem.pop3.maildrop;

import org.apache.james.core.Username;
import reactor.core.publisher.Mono;

/** The users' folders, for who can prove that he may. */
public interface Inboxes {
    /**
     * The user's folders; empty when the credential proves nothing, with nothing said about why.
     */
    Mono<Inbox> open(Username user, Credential credential);

    /** The user's folders, for the server itself. */
    Mono<Inbox> openForServer(Username user);
}
