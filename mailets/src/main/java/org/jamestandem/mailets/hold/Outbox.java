package org.jamestandem.mailets.hold;

import javax.mail.internet.MimeMessage;
import org.apache.james.core.MailAddress;
import org.apache.james.core.Username;
import org.apache.mailet.Mail;
import reactor.core.publisher.Mono;

/** How mail gets from here to its recipients: by James' own queue, never as spam. */
public interface Outbox {
    /** Sends a message of the server's own; when it completes, James has it. */
    Mono<Void> send(MimeMessage message, MailAddress recipient);

    /** Sends on what was held, to that recipient alone; when it completes, James has it. */
    Mono<Void> resume(Mail held, MailAddress recipient);

    /** Whether the user has a message with that Message-ID in some folder. */
    Mono<Boolean> arrived(Username user, String messageId);
}
