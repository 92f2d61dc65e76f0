package org.jamestandem.imap.acl.james;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.apache.james.core.Username;
import org.apache.james.events.Event;
import org.apache.james.events.EventBus;
import org.apache.james.events.Group;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.events.MailboxEvents.MailboxAdded;
import org.apache.james.mailbox.model.MailboxACL.EntryKey;
import org.apache.james.mailbox.model.MailboxACL.Rfc4314Rights;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.store.StoreMailboxManager;
import org.jamestandem.imap.ImapConnection;
import org.jamestandem.imap.InProcessImap;
import org.jamestandem.imap.acl.GrantStore;
import org.jamestandem.imap.acl.StoredList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What others do to mailboxes, behind the back of our commands. */
class FollowMailboxesTest {
    private static final Username ANNA = Username.of("anna@tandem.example");
    private static final Username BOB = Username.of("bob@tandem.example");
    private static final Username CAROL = Username.of("carol@tandem.example");

    private static InProcessImap imap;
    private static MailboxManager james;
    private static MailboxSession anna;
    private static FollowMailboxes listener;
    private static int mailboxes;
    private ImapConnection bob;
    private String mailbox;

    @BeforeAll
    static void start() throws Exception {
        imap = InProcessImap.tandem();
        james = imap.get(MailboxManager.class);
        anna = james.createSystemSession(ANNA);
        listener = imap.ours(FollowMailboxes.class);
        imap.get(EventBus.class).register(listener);
    }

    @AfterAll
    static void stop() {
        imap.close();
    }

    @BeforeEach
    void share() throws Exception {
        mailbox = "Team" + ++mailboxes;
        james.createMailbox(path(mailbox), anna);
        imap.setRights(ANNA, mailbox, "bob@tandem.example", "lr");
        bob = imap.login("bob@tandem.example");
    }

    @AfterEach
    void disconnect() throws Exception {
        bob.close();
    }

    private static MailboxPath path(String mailbox) {
        return MailboxPath.forUser(ANNA, mailbox);
    }

    private List<String> listed() throws Exception {
        return bob.ok("LIST \"\" #user.*");
    }

    @Test
    void whatSomebodyElseGrantsIsListed() {
        await().untilAsserted(
                        () ->
                                assertThat(listed())
                                        .contains(
                                                "* LIST (\\HasNoChildren) \".\" \"#user.anna."
                                                        + mailbox
                                                        + "\""));
    }

    @Test
    void aMailboxIsListedByTheNameItHasNow() throws Exception {
        james.renameMailbox(path(mailbox), path("New" + mailbox), anna);

        await().untilAsserted(
                        () ->
                                assertThat(listed())
                                        .anyMatch(line -> line.endsWith(".New" + mailbox + "\""))
                                        .noneMatch(line -> line.endsWith("." + mailbox + "\"")));
        bob.ok("SELECT #user.anna.New" + mailbox);
    }

    @Test
    void aMailboxThatChangesHandsIsListedUnderItsOwnerOfNow() throws Exception {
        await().until(() -> !listed().isEmpty());
        Mono.from(
                        ((StoreMailboxManager) james)
                                .renameMailboxReactive(
                                        path(mailbox),
                                        MailboxPath.forUser(CAROL, mailbox),
                                        MailboxManager.RenameOption.NONE,
                                        anna,
                                        james.createSystemSession(CAROL)))
                .block();

        await().untilAsserted(
                        () ->
                                assertThat(listed())
                                        .anyMatch(line -> line.endsWith(".carol." + mailbox + "\""))
                                        .noneMatch(
                                                line -> line.endsWith(".anna." + mailbox + "\"")));
    }

    @Test
    void whoHasAnotherNameHasTheSameRightsAndTheOldNameNone() throws Exception {
        ShareRows rows = imap.ours(ShareRows.class);
        await().until(() -> listed().stream().anyMatch(line -> line.endsWith(mailbox + "\"")));
        rows.copy(BOB, CAROL).then(rows.forget(BOB)).block();

        assertThat(listed()).noneMatch(line -> line.endsWith("." + mailbox + "\""));
        try (ImapConnection carol = imap.login(CAROL.asString())) {
            assertThat(carol.ok("LIST \"\" #user.*"))
                    .anyMatch(line -> line.endsWith(".anna." + mailbox + "\""));
            carol.ok("SELECT #user.anna." + mailbox);
        }
        Map<EntryKey, Rfc4314Rights> shown =
                james.getMailbox(path(mailbox), anna).getResolvedAcl(anna).getEntries();
        assertThat(shown).containsKey(EntryKey.createUserEntryKey(CAROL));
        assertThat(shown).doesNotContainKey(EntryKey.createUserEntryKey(BOB));
    }

    @Test
    void theListOfADeletedMailboxIsGone() throws Exception {
        MessageManager found = james.getMailbox(path(mailbox), anna);
        GrantStore grants = imap.ours(GrantStore.class);
        await().until(() -> !unknown(grants, found));
        james.deleteMailbox(path(mailbox), anna);

        await().until(() -> unknown(grants, found));
        assertThat(listed()).noneMatch(line -> line.endsWith("." + mailbox + "\""));
    }

    private static boolean unknown(GrantStore grants, MessageManager mailbox) {
        return grants.read(mailbox.getId().serialize()).block().equals(StoredList.UNKNOWN);
    }

    @Test
    void aMailboxThatHasAListKeepsItWhenItsCreationIsToldLate() throws Exception {
        try (ImapConnection owner = imap.login(ANNA.asString())) {
            owner.ok("SETACL " + mailbox + " bob lrs");
            String before = owner.ok("GETACL " + mailbox).get(0);
            MessageManager found = james.getMailbox(path(mailbox), anna);
            Mono.from(
                            listener.reactiveEvent(
                                    new MailboxAdded(
                                            anna.getSessionId(),
                                            ANNA,
                                            path(mailbox),
                                            found.getId(),
                                            Event.EventId.random())))
                    .block();

            assertThat(owner.ok("GETACL " + mailbox).get(0)).isEqualTo(before);
        }
    }

    @Test
    void anotherEventIsNotItsBusiness() throws Exception {
        Event other =
                new Event() {
                    @Override
                    public Username getUsername() {
                        return ANNA;
                    }

                    @Override
                    public boolean isNoop() {
                        return false;
                    }

                    @Override
                    public EventId getEventId() {
                        return EventId.random();
                    }
                };

        assertThat(listener.isHandling(other)).isFalse();
        assertThat(Mono.from(listener.reactiveEvent(other)).blockOptional()).isEmpty();
    }

    @Test
    void itsGroupIsFoundByNameAfterARestart() throws Exception {
        assertThat(Group.deserialize(listener.getDefaultGroup().asString()))
                .isEqualTo(listener.getDefaultGroup());
    }
}
