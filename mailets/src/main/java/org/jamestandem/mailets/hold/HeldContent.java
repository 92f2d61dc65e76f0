package org.jamestandem.mailets.hold;

import java.util.UUID;
import org.apache.james.core.MailAddress;
import org.apache.mailet.Mail;
import reactor.core.publisher.Mono;

/** Where mail lies while it is held back. */
public interface HeldContent {
    /**
     * Keeps a copy for that recipient alone. Repeating a call changes nothing. When it completes,
     * the mail is as safe as any that James keeps.
     */
    Mono<Void> store(UUID id, Mail mail, MailAddress recipient);

    /** The mail; completes empty when it is not there. Whoever gets it disposes of it. */
    Mono<Mail> read(UUID id);

    /** Idempotent. */
    Mono<Void> remove(UUID id);
}
