package org.jamestandem.pop3.maildrop;

import org.apache.james.core.Username;
import org.jamestandem.pop3.text.TextForm;
import reactor.core.publisher.Mono;

/** The users' folders, for who can prove that he may. */
public interface Inboxes {
    /**
     * The user's folders; empty when the credential proves nothing, with nothing said about why.
     */
    Mono<Inbox> open(Username user, Credential credential, TextForm form);

    /** The user's folders, for the server itself, which takes every form. */
    Mono<Inbox> openForServer(Username user);
}
