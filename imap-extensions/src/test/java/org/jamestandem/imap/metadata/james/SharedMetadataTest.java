package org.jamestandem.imap.metadata.james;

import static org.assertj.core.api.Assertions.assertThat;

import org.jamestandem.imap.ImapConnection;
import org.jamestandem.imap.InProcessImap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Annotations of a mailbox that several people use. */
class SharedMetadataTest {
    private static InProcessImap imap;
    private static int mailboxes;
    private ImapConnection anna;
    private ImapConnection bob;
    private ImapConnection carol;
    private String mailbox;
    private String shared;

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
        anna = imap.login("anna@tandem.example");
        bob = imap.login("bob@tandem.example");
        carol = imap.login("carol@tandem.example");
        mailbox = "Annotated" + ++mailboxes;
        shared = "#user.anna." + mailbox;
        anna.ok("CREATE " + mailbox);
        anna.ok("SETACL " + mailbox + " anyone lr");
    }

    @AfterEach
    void disconnect() throws Exception {
        anna.close();
        bob.close();
        carol.close();
    }

    @Test
    void everybodyHasPrivateAnnotationsOfTheirOwn() throws Exception {
        anna.ok("SETMETADATA " + mailbox + " (/private/comment \"hers\")");
        bob.ok("SETMETADATA " + shared + " (/private/comment \"his\")");

        assertThat(anna.ok("GETMETADATA " + mailbox + " /private/comment"))
                .containsExactly("* METADATA \"" + mailbox + "\" (/private/comment \"hers\")");
        assertThat(bob.ok("GETMETADATA " + shared + " /private/comment"))
                .containsExactly("* METADATA \"" + shared + "\" (/private/comment \"his\")");
        assertThat(carol.ok("GETMETADATA " + shared + " /private/comment")).isEmpty();
        assertThat(carol.ok("GETMETADATA " + shared)).isEmpty();
    }

    @Test
    void sharedAnnotationsAreEverybodys() throws Exception {
        bob.ok("SETMETADATA " + shared + " (/shared/comment \"ours\")");

        assertThat(anna.ok("GETMETADATA " + mailbox + " /shared/comment"))
                .containsExactly("* METADATA \"" + mailbox + "\" (/shared/comment \"ours\")");
        assertThat(carol.ok("GETMETADATA " + shared + " (DEPTH infinity) (/shared/comment)"))
                .containsExactly("* METADATA \"" + shared + "\" (/shared/comment \"ours\")");
        anna.ok("SETMETADATA " + mailbox + " (/shared/comment NIL)");
        assertThat(bob.ok("GETMETADATA " + shared + " /shared/comment")).isEmpty();
    }

    @Test
    void aPrivateAnnotationIsRemovedByItsUserAlone() throws Exception {
        bob.ok("SETMETADATA " + shared + " (/private/comment \"his\")");
        carol.ok("SETMETADATA " + shared + " (/private/comment NIL)");
        assertThat(bob.ok("GETMETADATA " + shared + " /private/comment")).hasSize(1);
        bob.ok("SETMETADATA " + shared + " (/private/comment NIL)");
        assertThat(bob.ok("GETMETADATA " + shared + " /private/comment")).isEmpty();
    }

    @Test
    void whatIsTooLargeToSendIsLeftOutAndTold() throws Exception {
        bob.ok(
                "SETMETADATA "
                        + shared
                        + " (/private/comment \"longer\" /private/comment/note \"n\")");
        assertThat(
                        bob.send(
                                "GETMETADATA "
                                        + shared
                                        + " (MAXSIZE 3) (/private/comment /private/comment/note)"))
                .first()
                .asString()
                .isEqualTo("* METADATA \"" + shared + "\" (/private/comment/note \"n\")");
        assertThat(bob.result("GETMETADATA " + shared + " (MAXSIZE 3) (/private/comment)"))
                .startsWith("OK [METADATA LONGENTRIES 6]");
    }

    @Test
    void tooManyAndTooLargeOnesAreRefusedAsAWhole() throws Exception {
        for (int entry = 0; entry < 10; entry++) {
            bob.ok("SETMETADATA " + shared + " (/private/n" + entry + " \"x\")");
        }
        assertThat(bob.result("SETMETADATA " + shared + " (/shared/a \"s\" /private/n10 \"x\")"))
                .startsWith("NO [METADATA TOOMANY] SETMETADATA");
        assertThat(bob.ok("GETMETADATA " + shared + " /shared/a")).isEmpty();
        bob.ok("SETMETADATA " + shared + " (/private/n0 NIL /private/n10 \"x\")");

        String large = "x".repeat(1025);
        assertThat(bob.result("SETMETADATA " + shared + " (/private/n1 \"" + large + "\")"))
                .startsWith("NO [METADATA MAXSIZE 1024] SETMETADATA");
        assertThat(bob.result("SETMETADATA " + shared + " (/shared/a \"" + large + "\")"))
                .startsWith("NO SETMETADATA");
    }

    @Test
    void aMailboxHasOnlyPrivateAndSharedEntries() throws Exception {
        assertThat(bob.result("SETMETADATA " + shared + " (/other/comment \"x\")"))
                .startsWith("NO [CANNOT] SETMETADATA");
    }

    @Test
    void whoMayNotLookUpHearsOfNoMailbox() throws Exception {
        anna.ok("SETACL " + mailbox + " -bob l");
        String missing = bob.result("GETMETADATA #user.anna.Nowhere /shared/comment");
        assertThat(missing).startsWith("NO [NONEXISTENT] GETMETADATA");
        assertThat(bob.result("GETMETADATA " + shared + " /shared/comment")).isEqualTo(missing);
    }

    @Test
    void ownMailboxesKeepTheirAnnotationsInJames() throws Exception {
        bob.ok("SETMETADATA INBOX (/private/comment \"mine\" /shared/comment \"for all\")");
        assertThat(bob.ok("GETMETADATA INBOX /private/comment"))
                .containsExactly("* METADATA \"INBOX\" (/private/comment \"mine\")");
        bob.ok("SETMETADATA INBOX (/private/comment NIL /shared/comment NIL)");
    }
}
