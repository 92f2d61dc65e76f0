package org.jamestandem.imap.acl.james.delivery;

import java.util.Optional;
import javax.mail.Flags;
import javax.mail.MessagingException;
import javax.mail.internet.MimeMessage;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager.AppendCommand;
import org.apache.james.mailbox.MessageManager.AppendResult;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.model.ComposedMessageId;
import org.apache.james.mailbox.model.MailboxConstants;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.transport.mailets.delivery.MailboxAppenderImpl;
import org.apache.mailet.StorageDirective;
import org.jamestandem.imap.acl.Right;
import org.jamestandem.imap.acl.Rights;
import org.jamestandem.imap.acl.james.AccessControlledMailboxes;
import org.jamestandem.imap.acl.james.AccessControlledMailboxes.Found;
import org.jamestandem.imap.sharing.OwnedName;
import org.jamestandem.imap.sharing.SharedNames;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Where a mail goes whose storage directive names a mailbox, one's own or another's. */
final class SharedAppender extends MailboxAppenderImpl {
    private static final Logger LOGGER = LoggerFactory.getLogger(SharedAppender.class);

    /** One of them is enough: who may APPEND there himself has his script do it too. */
    private static final Rights POST_OR_INSERT = Rights.of(Right.POST, Right.INSERT);

    private final MailboxManager mailboxes;
    private final AccessControlledMailboxes shared;
    private final SharedNames names;

    SharedAppender(MailboxManager mailboxes, AccessControlledMailboxes shared, SharedNames names) {
        super(mailboxes);
        this.mailboxes = mailboxes;
        this.shared = shared;
        this.names = names;
    }

    @Override
    public Mono<ComposedMessageId> append(
            MimeMessage mail, Username user, StorageDirective directive) throws MessagingException {
        String folder = imapName(directive.getTargetFolder().orElse(MailboxConstants.INBOX));
        if (!names.isForeign(folder)) {
            return super.append(mail, user, directive);
        }
        return mailbox(user, folder)
                .map(path -> appendForeign(mail, user, path, directive.getFlags()))
                .orElseGet(Mono::empty)
                .switchIfEmpty(Mono.defer(() -> intoInbox(mail, user, folder)));
    }

    /** A script's name for it: levels are separated by slashes, and the first one may be there. */
    private static String imapName(String folder) {
        String dots = folder.replace('/', MailboxConstants.DEFAULT_DELIMITER);
        return dots.startsWith(String.valueOf(MailboxConstants.DEFAULT_DELIMITER))
                ? dots.substring(1)
                : dots;
    }

    private Optional<MailboxPath> mailbox(Username user, String folder) {
        return names.mailbox(user.asString(), folder).map(SharedAppender::path);
    }

    private static MailboxPath path(OwnedName mailbox) {
        return MailboxPath.forUser(Username.of(mailbox.owner()), mailbox.mailbox());
    }

    private Mono<ComposedMessageId> appendForeign(
            MimeMessage mail, Username user, MailboxPath path, Optional<Flags> flags) {
        return Mono.using(
                () -> mailboxes.createSystemSession(user),
                session ->
                        shared.find(path, session)
                                .filter(found -> found.rights().containsAny(POST_OR_INSERT))
                                .onErrorResume(MailboxNotFoundException.class, e -> Mono.empty())
                                .flatMap(found -> append(mail, found, flags, session)),
                mailboxes::endProcessingRequest);
    }

    private Mono<ComposedMessageId> append(
            MimeMessage mail, Found found, Optional<Flags> flags, MailboxSession session) {
        AppendCommand.Builder command = AppendCommand.builder().recent().delivery();
        flags.map(found::permitted).ifPresent(command::withFlags);
        return Mono.from(
                        found.manager()
                                .appendMessageReactive(
                                        command.build(new MimeMessageContent(mail)), session))
                .map(AppendResult::getId);
    }

    private Mono<ComposedMessageId> intoInbox(MimeMessage mail, Username user, String folder) {
        LOGGER.info("{} may not post to {}; the mail goes to INBOX", user.asString(), folder);
        StorageDirective inbox =
                StorageDirective.builder().targetFolder(MailboxConstants.INBOX).build();
        return Mono.defer(
                () -> {
                    try {
                        return super.append(mail, user, inbox);
                    } catch (MessagingException e) {
                        return Mono.error(e);
                    }
                });
    }
}
