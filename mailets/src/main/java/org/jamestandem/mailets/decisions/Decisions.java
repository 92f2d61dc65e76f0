package org.jamestandem.mailets.decisions;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.mail.MessagingException;
import javax.mail.internet.MimeMessage;
import org.apache.james.core.MailAddress;
import org.apache.james.user.api.UsersRepository;
import org.apache.james.user.api.UsersRepositoryException;
import org.apache.mailet.Mail;
import org.jamestandem.kernel.audit.Actor;
import org.jamestandem.kernel.audit.Audit;
import org.jamestandem.kernel.audit.AuditAction;
import org.jamestandem.kernel.audit.AuditChannel;
import org.jamestandem.kernel.audit.AuditEntry;
import org.jamestandem.kernel.audit.Deed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down what was decided about a mail, in the audit trail of each recipient. There the mail
 * goes by its Message-ID, since it is in no mailbox yet; without one by James' name for it.
 */
@Singleton
public final class Decisions {
    private static final Logger LOGGER = LoggerFactory.getLogger(Decisions.class);

    private final Audit audit;
    private final UsersRepository users;
    private final Clock clock;

    @Inject
    public Decisions(Audit audit, UsersRepository users, Clock clock) {
        this.audit = audit;
        this.users = users;
        this.clock = clock;
    }

    /**
     * Writes it down. Returns at once and throws nothing: mail goes on whatever becomes of it.
     *
     * @param rule the mailet, and why it was asked
     * @param folder where the mail goes; empty when that was not decided
     */
    public void record(
            Mail mail, MailAddress recipient, AuditAction action, String rule, String folder) {
        try {
            audit.record(
                    new AuditEntry(
                            UUID.randomUUID(),
                            users.getUsername(recipient),
                            clock.instant(),
                            Actor.nobody(AuditChannel.SERVER),
                            List.of(new Deed(action, rule, folder, List.of(name(mail))))));
        } catch (UsersRepositoryException | RuntimeException e) {
            LOGGER.warn(
                    "{} of {} for {} is not written down", action, mail.getName(), recipient, e);
        }
    }

    private static String name(Mail mail) {
        try {
            return Optional.ofNullable(mail.getMessage())
                    .flatMap(Decisions::messageId)
                    .orElse(mail.getName());
        } catch (MessagingException e) {
            LOGGER.debug("{} cannot be read", mail.getName(), e);
            return mail.getName();
        }
    }

    private static Optional<String> messageId(MimeMessage message) {
        try {
            return Optional.ofNullable(message.getMessageID())
                    .map(String::strip)
                    .filter(id -> !id.isEmpty());
        } catch (MessagingException e) {
            return Optional.empty();
        }
    }
}
