package org.jamestandem.mailets.hold;

import com.google.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.james.core.Username;
import org.apache.james.user.api.UsersRepository;
import org.apache.james.user.api.UsersRepositoryException;
import org.apache.mailet.Mail;
import org.jamestandem.kernel.audit.AuditAction;
import org.jamestandem.mailets.decisions.Decisions;
import org.jamestandem.mailets.settings.Parameters;
import org.jamestandem.mailets.settings.PresentationMailet;
import org.jamestandem.mailets.spam.SpamReason;

/**
 * Holds the mail back from each of its recipients: a digest tells them of it, and one click
 * delivers it. Takes the recipients off the mail once it is safe; where that fails the mail goes
 * on. No parameters: {@code <hold>} in {@code tandem.xml} says when and how.
 */
public class HoldAsSpam extends PresentationMailet {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Holding holding;
    private final HoldSettings settings;
    private final UsersRepository users;
    private final Decisions decisions;
    private final Clock clock;

    @Inject
    public HoldAsSpam(
            Holding holding,
            HoldSettings settings,
            UsersRepository users,
            Decisions decisions,
            Clock clock) {
        this.holding = holding;
        this.settings = settings;
        this.users = users;
        this.decisions = decisions;
        this.clock = clock;
    }

    @Override
    public void init() throws MessagingException {
        Parameters.ofMailet(HoldAsSpam.class, getMailetConfig(), List.of());
        settings.publicUrl(HoldAsSpam.class.getSimpleName());
    }

    @Override
    protected void present(Mail mail) throws MessagingException {
        Envelope envelope = Envelope.of(mail);
        List<MailAddress> left = new ArrayList<>(mail.getRecipients());
        for (MailAddress recipient : List.copyOf(left)) {
            HeldMail held =
                    envelope.heldFor(
                            id(mail, recipient), username(recipient), recipient, clock.instant());
            holding.hold(held, mail, recipient).block(PATIENCE);
            decisions.record(
                    mail,
                    recipient,
                    AuditAction.HELD,
                    SpamReason.of(HoldAsSpam.class, mail, recipient),
                    "");
            left.remove(recipient);
            mail.setRecipients(left);
        }
        mail.setState(Mail.GHOST);
    }

    @Override
    public String getMailetInfo() {
        return "Holds mail back until its recipient decides";
    }

    /** The same when James does a mail a second time after a crash. */
    private static UUID id(Mail mail, MailAddress recipient) {
        String name = mail.getName() + "\n" + recipient.asString();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private Username username(MailAddress recipient) throws MessagingException {
        try {
            return users.getUsername(recipient);
        } catch (UsersRepositoryException e) {
            throw new MessagingException("no account name for " + recipient.asString(), e);
        }
    }
}
