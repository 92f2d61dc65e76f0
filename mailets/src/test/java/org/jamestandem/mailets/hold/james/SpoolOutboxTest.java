package org.jamestandem.mailets.hold.james;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.mail.internet.MimeMessage;
import org.apache.james.core.MailAddress;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager.AppendCommand;
import org.apache.james.mailbox.inmemory.manager.InMemoryIntegrationResources;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.queue.api.MailQueueFactory;
import org.apache.james.queue.api.RawMailQueueItemDecoratorFactory;
import org.apache.james.queue.memory.MemoryMailQueueFactory;
import org.apache.mailet.Mail;
import org.apache.mailet.base.test.FakeMail;
import org.apache.mailet.base.test.FakeMatcherConfig;
import org.jamestandem.kernel.settings.Settings;
import org.jamestandem.mailets.hold.HoldSettings;
import org.jamestandem.mailets.hold.Outbox;
import org.jamestandem.mailets.spam.IsSpam;
import org.jamestandem.mailets.spam.SpamThresholds;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class SpoolOutboxTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Username ANNA = Username.of("anna@example.org");
    private static final String TEXT =
            "Message-ID: <tandem-digest-1@example.org>\r\nX-Spam-Status: Yes, score=9\r\n\r\nText";

    private final MailboxManager mailboxes =
            InMemoryIntegrationResources.defaultResources().getMailboxManager();
    private final MemoryMailQueueFactory queues =
            new MemoryMailQueueFactory(new RawMailQueueItemDecoratorFactory());
    private final Outbox outbox =
            new SpoolOutbox(
                    queues, mailboxes, HoldSettings.read(Settings.absent("tandem.xml", "mailets")));

    private static MimeMessage message() throws Exception {
        return new MimeMessage(
                null, new ByteArrayInputStream(TEXT.getBytes(StandardCharsets.US_ASCII)));
    }

    private Mail spooled() {
        return Flux.from(queues.createQueue(MailQueueFactory.SPOOL).deQueue())
                .blockFirst(PATIENCE)
                .getMail();
    }

    private static boolean isSpam(Mail mail) throws Exception {
        IsSpam matcher = new IsSpam(SpamThresholds.read(Settings.absent("tandem.xml", "spam")));
        matcher.init(FakeMatcherConfig.builder().matcherName("IsSpam").build());
        return !matcher.match(mail).isEmpty();
    }

    @Test
    void aDigestGoesToTheSpoolWithoutASender() throws Exception {
        outbox.send(message(), new MailAddress(ANNA.asString())).block(PATIENCE);
        Mail mail = spooled();
        assertThat(mail.getState()).isEqualTo("local-delivery");
        assertThat(mail.getMaybeSender().isNullSender()).isTrue();
        assertThat(mail.getRecipients()).containsExactly(new MailAddress(ANNA.asString()));
        assertThat(mail.getMessage().getMessageID()).isEqualTo("<tandem-digest-1@example.org>");
    }

    @Test
    void aReleasedMailKeepsItsSenderAndIsNoSpamAnyMore() throws Exception {
        FakeMail held =
                FakeMail.builder()
                        .name("held-1")
                        .sender("w@elsewhere.example")
                        .recipients(ANNA.asString(), "bob@example.org")
                        .mimeMessage(message())
                        .build();
        assertThat(isSpam(held)).isTrue();
        outbox.resume(held, new MailAddress(ANNA.asString())).block(PATIENCE);
        Mail mail = spooled();
        assertThat(mail.getMaybeSender().asString()).isEqualTo("w@elsewhere.example");
        assertThat(mail.getRecipients()).containsExactly(new MailAddress(ANNA.asString()));
        assertThat(isSpam(mail)).isFalse();
    }

    @Test
    void whatHasArrivedIsFoundInWhateverFolderItIs() throws Exception {
        MailboxSession session = mailboxes.createSystemSession(ANNA);
        MailboxPath folder = MailboxPath.forUser(ANNA, "Digests");
        mailboxes.createMailbox(folder, session);
        assertThat(hasArrived()).isFalse();
        mailboxes
                .getMailbox(folder, session)
                .appendMessage(AppendCommand.builder().build(TEXT), session);
        assertThat(hasArrived()).isTrue();
    }

    private boolean hasArrived() {
        return outbox.arrived(ANNA, "<tandem-digest-1@example.org>").block(PATIENCE);
    }
}
