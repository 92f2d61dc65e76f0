package org.jamestandem.pop3.undo.james;

import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.MessageId;
import reactor.core.publisher.Mono;

/** Copies that the server keeps of removed messages. */
public interface Copies {
    /** A server that keeps none. */
    Copies NONE =
            new Copies() {
                @Override
                public Mono<Boolean> appendTo(
                        MailboxPath folder, MailboxSession session, MessageId message) {
                    return Mono.just(false);
                }

                @Override
                public boolean areKept() {
                    return false;
                }
            };

    /** Stores a copy in that folder and gives it up; false when there is none. */
    Mono<Boolean> appendTo(MailboxPath folder, MailboxSession session, MessageId message);

    /** Whether a copy is kept of what is removed from now on. */
    boolean areKept();
}
