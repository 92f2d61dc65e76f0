package org.jamestandem.pop3.maildrop.james;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.james.core.Username;
import org.apache.james.mailbox.inmemory.manager.InMemoryIntegrationResources;
import org.jamestandem.pop3.TestMailbox;
import org.jamestandem.pop3.maildrop.Inbox;
import org.jamestandem.pop3.maildrop.Place;
import org.jamestandem.pop3.maildrop.StoredMessage;
import org.jamestandem.pop3.maildrop.memory.MemoryMaildropState;
import org.jamestandem.pop3.policy.Disposition;
import org.jamestandem.pop3.policy.FolderName;
import org.jamestandem.pop3.uidl.MessageKeys;
import org.junit.jupiter.api.Test;

class JamesInboxTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Username ANNA = Username.of("anna@example.org");
    private static final FolderName JUNK = new FolderName("Junk");
    private static final FolderName OLD = new FolderName("Old Mail");

    private final InMemoryIntegrationResources james =
            InMemoryIntegrationResources.defaultResources();
    private final TestMailbox mailbox = new TestMailbox(james.getMailboxManager(), ANNA);
    private final Inbox inbox =
            new JamesInboxes(
                            james.getMailboxManager(),
                            MessageKeys.lastingIds(),
                            new FolderListing(
                                    new ManagerEntries(),
                                    MemoryMaildropState.create(),
                                    MessageKeys.lastingIds(),
                                    Clock.systemUTC()))
                    .openForServer(ANNA)
                    .block(PATIENCE);

    @Test
    void foldersThatAreNotThereArePassedOver() {
        mailbox.append("one");
        assertThat(list(FolderName.INBOX, JUNK)).hasSize(1);
    }

    @Test
    void aMessageGoesToAFolderThatIsMadeForIt() {
        long uid = mailbox.append("one");
        mailbox.append("two");
        relocate(List.of(List.of(inInbox(uid))), false);
        assertThat(mailbox.uids()).hasSize(1);
        assertThat(mailbox.uids(OLD.value())).hasSize(1);
    }

    @Test
    void furtherCopiesAreRemoved() {
        mailbox.create(JUNK.value());
        long uid = mailbox.append("one");
        mailbox.copy(uid, "INBOX", JUNK.value());
        mailbox.copy(uid, "INBOX", "INBOX");
        relocate(List.of(list(FolderName.INBOX, JUNK)), false);
        assertThat(mailbox.uids()).isEmpty();
        assertThat(mailbox.uids(JUNK.value())).isEmpty();
        assertThat(mailbox.uids(OLD.value())).hasSize(1);
    }

    @Test
    void aCopyGoesToTheFolderWhenTheFirstWasRemovedMeanwhile() {
        mailbox.create(JUNK.value());
        long uid = mailbox.append("one");
        mailbox.copy(uid, "INBOX", JUNK.value());
        List<Place> copies = list(FolderName.INBOX, JUNK);
        mailbox.expunge(uid);
        relocate(List.of(copies), false);
        assertThat(mailbox.uids(JUNK.value())).isEmpty();
        assertThat(mailbox.uids(OLD.value())).hasSize(1);
    }

    @Test
    void whatWasInAFolderThatIsGoneIsNoTrouble() {
        List<Place> before = List.of(inInbox(mailbox.append("one")));
        assertThat(list(FolderName.INBOX)).isEqualTo(before);
        mailbox.recreateInbox();
        mailbox.append("two");
        relocate(List.of(before), false);
        assertThat(mailbox.uids()).hasSize(1);
        assertThat(mailbox.uids(OLD.value())).isEmpty();
    }

    @Test
    void aMoveThatBrokeOffIsFinishedWithoutASecondCopy() {
        mailbox.create(OLD.value());
        long copied = mailbox.append("copied, not removed");
        long untouched = mailbox.append("not begun");
        mailbox.copy(copied, "INBOX", OLD.value());
        for (int twice = 0; twice < 2; twice++) {
            relocate(List.of(List.of(inInbox(copied)), List.of(inInbox(untouched))), true);
        }
        assertThat(mailbox.uids()).isEmpty();
        assertThat(mailbox.uids(OLD.value())).hasSize(2);
    }

    @Test
    void manyMessagesGoInPortions() {
        List<List<Place>> all =
                IntStream.range(0, 250)
                        .mapToObj(i -> List.of(inInbox(mailbox.append("message " + i))))
                        .toList();
        relocate(all, false);
        assertThat(mailbox.uids()).isEmpty();
        assertThat(mailbox.uids(OLD.value())).hasSize(250);
    }

    @Test
    void inspectionSaysWhatIsSeenAndCreatesNothing() {
        long uid = mailbox.append("one");
        mailbox.append("two");
        inbox.see(List.of(inInbox(uid))).block(PATIENCE);
        assertThat(inbox.inspect(List.of(FolderName.INBOX, JUNK)).collectList().block(PATIENCE))
                .extracting(message -> message.seen())
                .containsExactlyInAnyOrder(true, false);
    }

    private void relocate(List<List<Place>> messages, boolean again) {
        inbox.relocate(messages, Disposition.moveTo(OLD), again).block(PATIENCE);
    }

    private List<Place> list(FolderName... folders) {
        return inbox.list(List.of(folders))
                .map(StoredMessage::place)
                .sort(Comparator.comparing(place -> place.folder().value()))
                .collectList()
                .block(PATIENCE);
    }

    private static Place inInbox(long uid) {
        return new Place(FolderName.INBOX, uid);
    }
}
