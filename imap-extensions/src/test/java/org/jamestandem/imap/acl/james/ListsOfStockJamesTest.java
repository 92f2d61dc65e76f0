package org.jamestandem.imap.acl.james;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.model.MailboxACL;
import org.apache.james.mailbox.model.MailboxACL.EntryKey;
import org.apache.james.mailbox.model.MailboxACL.Rfc4314Rights;
import org.apache.james.mailbox.model.MailboxPath;
import org.jamestandem.imap.ImapConnection;
import org.jamestandem.imap.InProcessImap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists that something else than our commands wrote: a James without Tandem, or its JMAP. */
class ListsOfStockJamesTest {
    private static final Username ANNA = Username.of("anna@tandem.example");
    private static final String OWNER = "\"owner\" \"lrswipkxteacd\"";

    private static InProcessImap imap;
    private static int mailboxes;
    private ImapConnection anna;
    private String mailbox;

    @BeforeAll
    static void start() throws Exception {
        imap = InProcessImap.tandem();
    }

    @AfterAll
    static void stop() {
        imap.close();
    }

    @BeforeEach
    void connect() throws Exception {
        anna = imap.login(ANNA.asString());
        mailbox = "Shared" + ++mailboxes;
        anna.ok("CREATE " + mailbox);
        anna.append(mailbox, "", "Subject: one\n\nText\n");
    }

    @AfterEach
    void disconnect() throws Exception {
        anna.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GETACL %s",
                "MYRIGHTS %s",
                "LISTRIGHTS %s anyone",
                "SETACL %s bob lr",
                "DELETEACL %s bob",
                "STATUS %s (MESSAGES UNSEEN)",
                "EXAMINE %s",
                "GETQUOTAROOT %s",
                "GETMETADATA %s /private/comment",
                "LIST \"\" %s RETURN (STATUS (MESSAGES) MYRIGHTS)",
                "RENAME %1$s %1$sRenamed",
                "CREATE %s.Child",
                "SUBSCRIBE %s",
                "DELETE %s"
            })
    void noCommandFailsForTheOwner(String command) throws Exception {
        lock();

        anna.ok(command.formatted(mailbox));
    }

    @Test
    void theOwnerReadsWritesCopiesAndExpunges() throws Exception {
        lock();
        assertThat(anna.ok("SELECT " + mailbox)).contains("* 1 EXISTS");
        anna.ok("FETCH 1 BODY[]");
        lock();
        anna.ok("STORE 1 +FLAGS (\\Flagged)");
        anna.ok("SEARCH ALL");
        lock();
        anna.ok("COPY 1 " + mailbox);
        lock();
        anna.append(mailbox, "", "Subject: three\n\nText\n");
        anna.ok("STORE 1:* +FLAGS (\\Deleted)");
        lock();
        anna.ok("EXPUNGE");
        lock();
        anna.ok("NOOP");
        anna.ok("GETQUOTA #private&anna@tandem.example");
        lock();
        anna.ok("CLOSE");
        assertThat(anna.ok("STATUS " + mailbox + " (MESSAGES)"))
                .containsExactly("* STATUS \"" + mailbox + "\" (MESSAGES 0)");
    }

    @Test
    void nothingThatWasGrantedIsLost() throws Exception {
        lock();

        assertThat(anna.ok("GETACL " + mailbox))
                .containsExactly(
                        "* ACL \"%s\" %s \"$sales@tandem.example\" \"lr\" \"-anyone\" \"p\""
                                        .formatted(mailbox, OWNER)
                                + " \"anyone\" \"l\" \"bob@tandem.example\" \"lrs\"");
    }

    @Test
    void whatIsTakenOverCanBeRemoved() throws Exception {
        lock();
        for (String entry : new String[] {"$sales", "anyone", "-anyone", "bob"}) {
            anna.ok("DELETEACL " + mailbox + " " + entry);
        }

        assertThat(anna.ok("GETACL " + mailbox))
                .containsExactly("* ACL \"%s\" %s".formatted(mailbox, OWNER));
        assertThat(serverList().getEntries()).isEmpty();
    }

    @Test
    void jamesKeepsWhatItCanEvaluate() throws Exception {
        lock();
        anna.ok("MYRIGHTS " + mailbox);

        assertThat(serverList())
                .isEqualTo(
                        new MailboxACL(
                                new MailboxACL.Entry(
                                        "bob@tandem.example",
                                        MailboxACL.Right.Lookup,
                                        MailboxACL.Right.Read,
                                        MailboxACL.Right.WriteSeenFlag)));
    }

    @Test
    void aNegativeEntryReducesWhatJamesIsShown() throws Exception {
        anna.ok("SETACL " + mailbox + " bob lrswi");
        anna.ok("SETACL " + mailbox + " -bob w");
        anna.ok("SETACL " + mailbox + " -anyone i");

        assertThat(serverList().getEntries())
                .containsOnlyKeys(EntryKey.createUserEntryKey(Username.of("bob@tandem.example")))
                .containsValue(Rfc4314Rights.fromSerializedRfc4314Rights("lrs"));
        anna.ok("DELETEACL " + mailbox + " -bob");
        assertThat(serverList().getEntries())
                .containsValue(Rfc4314Rights.fromSerializedRfc4314Rights("lrsw"));
    }

    @Test
    void grantsMadeElsewhereAreHeard() throws Exception {
        anna.ok("SETACL " + mailbox + " bob lr");
        anna.ok("SETACL " + mailbox + " anyone l");
        imap.setRights(ANNA, mailbox, "carol@tandem.example", "lrs");

        assertThat(anna.ok("GETACL " + mailbox).get(0))
                .endsWith(
                        OWNER
                                + " \"anyone\" \"l\" \"bob@tandem.example\" \"lr\""
                                + " \"carol@tandem.example\" \"lrs\"");
    }

    @Test
    void grantsTakenAwayElsewhereAreGoneAndOursStay() throws Exception {
        anna.ok("SETACL " + mailbox + " bob lrs");
        anna.ok("SETACL " + mailbox + " -bob s");
        anna.ok("SETACL " + mailbox + " anyone l");
        imap.setRights(ANNA, mailbox, "bob@tandem.example", "");

        assertThat(anna.ok("GETACL " + mailbox).get(0))
                .endsWith(
                        OWNER
                                + " \"-bob@tandem.example\" \"s\" \"anyone\" \"l\""
                                + " \"bob@tandem.example\" \"s\"");
    }

    /** Groups, James' spelling of anyone, a negative entry, and one that James understands. */
    private void lock() throws Exception {
        imap.setRights(ANNA, mailbox, "$sales@tandem.example", "lr");
        imap.setRights(ANNA, mailbox, "anybody", "l");
        imap.setRights(ANNA, mailbox, "-anybody", "p");
        imap.setRights(ANNA, mailbox, "bob@tandem.example", "lrs");
    }

    private MailboxACL serverList() throws Exception {
        MailboxManager manager = imap.get(MailboxManager.class);
        MailboxSession session = manager.createSystemSession(ANNA);
        return manager.getMailbox(MailboxPath.forUser(ANNA, mailbox), session)
                .getMailboxEntity()
                .getACL();
    }
}
