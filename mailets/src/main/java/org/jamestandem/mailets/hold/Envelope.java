package org.jamestandem.mailets.hold;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.mail.MessagingException;
import javax.mail.internet.MimeMessage;
import org.apache.james.core.MailAddress;
import org.apache.james.core.Username;
import org.apache.mailet.Mail;
import org.jamestandem.mailets.settings.HeaderText;

/** What a digest tells of a mail, as a person reads it. */
record Envelope(String sender, String subject, long octets, String unsubscribe) {
    private static final Pattern BRACKETED =
            Pattern.compile("<\\s*(https://[^<>\\s]{1,1000})\\s*>");
    private static final String ONE_CLICK = "List-Unsubscribe=One-Click";

    static Envelope of(Mail mail) throws MessagingException {
        MimeMessage message = mail.getMessage();
        if (message == null) {
            throw new MessagingException("mail " + mail.getName() + " has no message");
        }
        return new Envelope(
                HeaderText.readable(message.getHeader("From", ", ")),
                HeaderText.readable(message.getHeader("Subject", " ")),
                mail.getMessageSize(),
                oneClick(message).orElse(""));
    }

    HeldMail heldFor(UUID id, Username owner, MailAddress recipient, Instant at) {
        return new HeldMail(
                id, owner, recipient.asString(), sender, subject, at, octets, unsubscribe);
    }

    /** The HTTPS address of RFC 8058 §3.1; a mail with another one offers no single click. */
    private static Optional<String> oneClick(MimeMessage message) throws MessagingException {
        String post = message.getHeader("List-Unsubscribe-Post", ",");
        String places = message.getHeader("List-Unsubscribe", ",");
        if (post == null || places == null || !post.strip().equalsIgnoreCase(ONE_CLICK)) {
            return Optional.empty();
        }
        Matcher https = BRACKETED.matcher(places);
        return https.find() ? Optional.of(https.group(1)) : Optional.empty();
    }
}
