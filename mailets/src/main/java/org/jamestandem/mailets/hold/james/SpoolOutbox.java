package org.jamestandem.mailets.hold.james;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.List;
import java.util.UUID;
import javax.mail.internet.MimeMessage;
import org.apache.james.core.MailAddress;
import org.apache.james.core.MaybeSender;
import org.apache.james.core.Username;
import org.apache.james.lifecycle.api.LifecycleUtil;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.model.MultimailboxesSearchQuery;
import org.apache.james.mailbox.model.SearchQuery;
import org.apache.james.queue.api.MailQueue;
import org.apache.james.queue.api.MailQueueFactory;
import org.apache.james.server.core.MailImpl;
import org.apache.james.util.ReactorUtils;
import org.apache.mailet.Mail;
import org.jamestandem.mailets.hold.HoldSettings;
import org.jamestandem.mailets.hold.Outbox;
import org.jamestandem.mailets.spam.Cleared;
import reactor.core.publisher.Mono;

/** Puts mail into the spool, marked so that no mailet of ours takes it for spam. */
@Singleton
public final class SpoolOutbox implements Outbox {
    private final MailQueueFactory<?> queues;
    private final MailboxManager mailboxes;
    private final String processor;

    @Inject
    public SpoolOutbox(
            MailQueueFactory<?> queues, MailboxManager mailboxes, HoldSettings settings) {
        this.queues = queues;
        this.mailboxes = mailboxes;
        this.processor = settings.releaseTo();
    }

    @Override
    public Mono<Void> send(MimeMessage message, MailAddress recipient) {
        return Mono.fromCallable(
                        () -> {
                            MailImpl mail =
                                    MailImpl.builder()
                                            .name("digest-" + UUID.randomUUID())
                                            .sender(MaybeSender.nullSender())
                                            .addRecipient(recipient)
                                            .mimeMessage(message)
                                            .build();
                            try {
                                return enqueue(mail);
                            } finally {
                                LifecycleUtil.dispose(mail);
                            }
                        })
                .subscribeOn(ReactorUtils.BLOCKING_CALL_WRAPPER)
                .then();
    }

    @Override
    public Mono<Void> resume(Mail held, MailAddress recipient) {
        return Mono.fromCallable(
                        () -> {
                            held.setRecipients(List.of(recipient));
                            return enqueue(held);
                        })
                .subscribeOn(ReactorUtils.BLOCKING_CALL_WRAPPER)
                .then();
    }

    @Override
    public Mono<Boolean> arrived(Username user, String messageId) {
        return Mono.defer(
                () -> {
                    MailboxSession session = mailboxes.createSystemSession(user);
                    SearchQuery named =
                            SearchQuery.of(SearchQuery.headerContains("Message-ID", messageId));
                    MultimailboxesSearchQuery everywhere =
                            MultimailboxesSearchQuery.from(named).build();
                    return Mono.from(mailboxes.search(everywhere, session, 1)).hasElement();
                });
    }

    private Mail enqueue(Mail mail) throws MailQueue.MailQueueException {
        mail.setState(processor);
        Cleared.mark(mail);
        queues.createQueue(MailQueueFactory.SPOOL).enQueue(mail);
        return mail;
    }
}
