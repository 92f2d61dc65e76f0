package org.jamestandem.kernel.audit.james;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.james.core.Username;
import org.apache.james.events.Group;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager.AppendCommand;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.inmemory.manager.InMemoryIntegrationResources;
import org.apache.james.mailbox.model.ComposedMessageId;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.metrics.tests.RecordingMetricFactory;
import org.jamestandem.kernel.audit.Actor;
import org.jamestandem.kernel.audit.Audit;
import org.jamestandem.kernel.audit.AuditAction;
import org.jamestandem.kernel.audit.AuditChannel;
import org.jamestandem.kernel.audit.AuditEntry;
import org.jamestandem.kernel.audit.AuditSettings;
import org.jamestandem.kernel.audit.AuditTrail;
import org.jamestandem.kernel.audit.Deed;
import org.jamestandem.kernel.audit.memory.MemoryAuditTrail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What leaves a folder of James' own mailboxes in memory, as the trail has it. */
class MailboxAuditTest {
    private static final Username ANNA = Username.of("anna@tandem.example");
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final MailboxPath INBOX = MailboxPath.inbox(ANNA);
    private static final MailboxPath TRASH = MailboxPath.forUser(ANNA, "Trash");

    private final InMemoryIntegrationResources james =
            InMemoryIntegrationResources.defaultResources();
    private final MailboxManager mailboxes = james.getMailboxManager();
    private final AuditTrail trail = new MemoryAuditTrail(AuditSettings.DEFAULT, Clock.systemUTC());
    private final ClientAddresses addresses = new ClientAddresses();
    private final MailboxAudit listener =
            new MailboxAudit(
                    new Audit(trail, AuditSettings.DEFAULT, new RecordingMetricFactory()),
                    new MessagePlaces(james.getMessageIdManager(), mailboxes),
                    addresses,
                    Clock.systemUTC());
    private final MailboxSession session = mailboxes.createSystemSession(ANNA);
    private final MailboxSession imap = SessionMark.on(session, AuditChannel.IMAP);

    @BeforeEach
    void folders() throws Exception {
        james.getMailboxManager().getEventBus().register(listener);
        mailboxes.createMailbox(INBOX, session);
        mailboxes.createMailbox(TRASH, session);
        addresses.note(imap, InetAddress.getByName("192.0.2.7"));
    }

    @Test
    void aMessageThatIsExpungedIsDeleted() throws Exception {
        ComposedMessageId message = append();
        mailboxes.getMailbox(INBOX, imap).delete(List.of(message.getUid()), imap);
        AuditEntry entry = onlyEntry();
        assertThat(entry.actor()).isEqualTo(Actor.client(AuditChannel.IMAP, ANNA, "", "192.0.2.7"));
        assertThat(entry.deeds())
                .containsExactly(new Deed(AuditAction.DELETED, "", "INBOX", List.of(id(message))));
    }

    @Test
    void aMessageThatIsMovedIsNotSaidToBeDeleted() throws Exception {
        ComposedMessageId message = append();
        mailboxes.moveMessages(message.getUid().toRange(), INBOX, TRASH, imap);
        assertThat(onlyEntry().deeds())
                .containsExactly(
                        new Deed(AuditAction.MOVED, "from INBOX", "Trash", List.of(id(message))));
    }

    @Test
    void manyThatLeaveAtOnceHoldNobodyUp() throws Exception {
        List<MessageUid> uids = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            uids.add(append().getUid());
        }
        List<MessageUid> half = uids.subList(0, 60);

        mailboxes.getMailbox(INBOX, imap).deleteReactive(half, imap).block(LIMIT);

        assertThat(onlyEntry().deeds())
                .singleElement()
                .satisfies(deed -> assertThat(deed.messages()).hasSize(60));
    }

    @Test
    void norIsOneThatIsCopiedAndThenExpunged() throws Exception {
        ComposedMessageId kept = append();
        ComposedMessageId gone = append();
        mailboxes.copyMessages(kept.getUid().toRange(), INBOX, TRASH, imap);
        mailboxes.getMailbox(INBOX, imap).delete(List.of(kept.getUid(), gone.getUid()), imap);
        assertThat(onlyEntry().deeds())
                .containsExactly(
                        new Deed(AuditAction.MOVED, "from INBOX", "Trash", List.of(id(kept))),
                        new Deed(AuditAction.DELETED, "", "INBOX", List.of(id(gone))));
    }

    @Test
    void aFolderThatIsDeletedSaysHowMuchWasInIt() throws Exception {
        append();
        append();
        mailboxes.deleteMailbox(INBOX, imap);
        assertThat(onlyEntry().deeds())
                .containsExactly(
                        new Deed(
                                AuditAction.DELETED,
                                "folder deleted with 2 messages",
                                "INBOX",
                                List.of()));
    }

    @Test
    void aWayThatIsNotOursIsUnknown() throws Exception {
        ComposedMessageId message = append();
        mailboxes.getMailbox(INBOX, session).delete(List.of(message.getUid()), session);
        assertThat(onlyEntry().actor()).isEqualTo(Actor.client(AuditChannel.UNKNOWN, ANNA, "", ""));
    }

    @ParameterizedTest
    @EnumSource(names = {"POP3", "SERVER", "WEBADMIN"})
    void whatWritesItsOwnEntriesIsNotWrittenDownTwice(AuditChannel channel) throws Exception {
        MailboxSession marked = SessionMark.on(session, channel);
        ComposedMessageId message = append();
        mailboxes.getMailbox(INBOX, marked).delete(List.of(message.getUid()), marked);
        mailboxes.getMailbox(TRASH, imap).appendMessage(text(), imap);
        mailboxes.deleteMailbox(TRASH, imap);
        assertThat(onlyEntry().deeds()).extracting(Deed::folder).containsExactly("Trash");
    }

    @ParameterizedTest
    @EnumSource
    void aMarkSaysItsChannel(AuditChannel channel) {
        MailboxSession marked = SessionMark.on(session, channel);
        assertThat(SessionMark.of(marked.getSessionId())).isEqualTo(channel);
        assertThat(marked.getUser()).isEqualTo(ANNA);
        assertThat(SessionMark.of(session.getSessionId())).isEqualTo(AuditChannel.UNKNOWN);
    }

    @Test
    void marksOfTwoSessionsAreTwo() {
        MailboxSession other = mailboxes.createSystemSession(ANNA);
        assertThat(SessionMark.on(other, AuditChannel.IMAP).getSessionId())
                .isNotEqualTo(imap.getSessionId());
    }

    @Test
    void itsGroupIsFoundByNameAfterARestart() throws Exception {
        assertThat(Group.deserialize(listener.getDefaultGroup().asString()))
                .isEqualTo(listener.getDefaultGroup());
    }

    private ComposedMessageId append() throws Exception {
        return mailboxes.getMailbox(INBOX, session).appendMessage(text(), session).getId();
    }

    private static AppendCommand text() {
        return AppendCommand.builder()
                .build("Subject: one\r\n\r\nBody\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private static String id(ComposedMessageId message) {
        return message.getMessageId().serialize();
    }

    private AuditEntry onlyEntry() {
        await().atMost(LIMIT).untilAsserted(() -> assertThat(entries()).hasSize(1));
        return entries().get(0);
    }

    private List<AuditEntry> entries() {
        return trail.entries(ANNA, Instant.EPOCH, Instant.now().plusSeconds(60))
                .collectList()
                .block(LIMIT);
    }
}
