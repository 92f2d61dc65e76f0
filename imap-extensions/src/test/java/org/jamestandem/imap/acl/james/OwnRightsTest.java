package org.jamestandem.imap.acl.james;

import static org.assertj.core.api.Assertions.assertThat;

import org.jamestandem.imap.ImapConnection;
import org.jamestandem.imap.InProcessImap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rights that an owner gave up are gone (RFC 4314 §4), and EXAMINE writes nothing. */
class OwnRightsTest {
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
        anna = imap.login("anna@tandem.example");
        mailbox = "Own" + ++mailboxes;
        anna.ok("CREATE " + mailbox);
        anna.append(mailbox, "(\\Deleted)", "Subject: one\n\nText\n");
        anna.append(mailbox, "", "Subject: two\n\nText\n");
    }

    @AfterEach
    void disconnect() throws Exception {
        anna.close();
    }

    private void giveUp(String rights) throws Exception {
        anna.ok("SETACL " + mailbox + " owner -" + rights);
    }

    @ParameterizedTest
    @CsvSource({
        "x, DELETE %s",
        "x, RENAME %1$s %1$sNew",
        "k, CREATE %s.Below",
        "k, RENAME Other %s.Below"
    })
    void aCommandOnANameNeedsItsRight(String right, String command) throws Exception {
        anna.send("CREATE Other");
        giveUp(right);

        assertThat(anna.result(command.formatted(mailbox)))
                .startsWith("NO [NOPERM] ")
                .endsWith("You need the " + right + " right on this mailbox.");
        anna.ok("SETACL " + mailbox + " owner +" + right);
        anna.ok(command.formatted(mailbox));
        anna.send("DELETE Other");
    }

    @Test
    void appendNeedsIAndTheConnectionGoesOn() throws Exception {
        giveUp("i");
        String append = "APPEND " + mailbox + " {4+}\r\na: b";

        assertThat(anna.result(append))
                .isEqualTo("NO [NOPERM] APPEND You need the i right on this mailbox.");
        anna.ok("SETACL " + mailbox + " owner +i");
        anna.ok(append);
    }

    @ParameterizedTest
    @CsvSource({
        "e, EXPUNGE",
        "e, UID EXPUNGE 1:*",
        "s, STORE 1 +FLAGS (\\Seen)",
        "t, STORE 1 -FLAGS (\\Deleted)",
        "w, STORE 1 +FLAGS ($Keyword \\Flagged)",
        "t, MOVE 1 INBOX",
        "e, UID MOVE 1:* INBOX",
        "i, COPY 1 %s"
    })
    void aCommandInTheSelectedMailboxNeedsItsRight(String right, String command) throws Exception {
        anna.ok("SELECT " + mailbox);
        giveUp(right);

        assertThat(anna.result(command.formatted(mailbox)))
                .startsWith("NO [NOPERM] ")
                .endsWith("You need the " + right + " right on this mailbox.");
        assertThat(anna.ok("FETCH 1 FLAGS"))
                .containsExactly("* 1 FETCH (FLAGS (\\Deleted \\Recent))");
        anna.ok("SETACL " + mailbox + " owner +" + right);
        anna.ok(command.formatted(mailbox));
    }

    @Test
    void storeChangesWhatItMay() throws Exception {
        giveUp("wt");
        anna.ok("SELECT " + mailbox);

        assertThat(anna.ok("STORE 1 FLAGS (\\Seen \\Flagged)"))
                .containsExactly("* 1 FETCH (FLAGS (\\Deleted \\Recent \\Seen))");
        assertThat(anna.ok("STORE 1 FLAGS ()"))
                .containsExactly("* 1 FETCH (FLAGS (\\Deleted \\Recent))");
    }

    @Test
    void readingWithoutSLeavesMessagesUnseen() throws Exception {
        giveUp("s");
        anna.ok("SELECT " + mailbox);

        assertThat(anna.ok("FETCH 2 (BODY[TEXT] UID)").get(0))
                .contains("Text")
                .doesNotContain("FLAGS");
        assertThat(anna.ok("SEARCH SEEN")).containsExactly("* SEARCH");
    }

    @Test
    void flagsThatMayNotBeSetDoNotArrive() throws Exception {
        giveUp("st");
        anna.append(mailbox, "(\\Seen \\Deleted \\Flagged)", "Subject: three\n\nText\n");
        anna.ok("SELECT " + mailbox);
        anna.ok("COPY 1 " + mailbox);

        assertThat(anna.ok("UID FETCH 3:* FLAGS"))
                .containsExactly(
                        "* 3 FETCH (FLAGS (\\Flagged \\Recent) UID 3)",
                        "* 4 FETCH (FLAGS (\\Recent) UID 4)");
    }

    @Test
    void closeWithoutEExpungesNothing() throws Exception {
        giveUp("e");
        anna.ok("SELECT " + mailbox);
        anna.ok("CLOSE");

        assertThat(anna.ok("STATUS " + mailbox + " (MESSAGES)").get(0)).endsWith("(MESSAGES 2)");
        assertThat(anna.result("FETCH 1 FLAGS")).startsWith("NO");
    }

    @Test
    void permanentFlagsFollowTheRights() throws Exception {
        giveUp("wt");
        assertThat(anna.ok("SELECT " + mailbox))
                .anyMatch(line -> line.startsWith("* OK [PERMANENTFLAGS (\\Seen)]"));
        assertThat(anna.result("SELECT " + mailbox)).startsWith("OK [READ-WRITE]");
    }

    @Test
    void withNothingToWriteTheMailboxOpensReadOnly() throws Exception {
        giveUp("swite");

        assertThat(anna.ok("SELECT " + mailbox))
                .contains("* OK [PERMANENTFLAGS ()] No permanent flags permitted");
        assertThat(anna.result("SELECT " + mailbox)).startsWith("OK [READ-ONLY]");
    }

    @Test
    void aRightTakenByAnotherSessionIsGoneAtTheNextCommand() throws Exception {
        anna.ok("SELECT " + mailbox);
        anna.ok("STORE 2 +FLAGS (\\Flagged)");
        try (ImapConnection other = imap.login("anna@tandem.example")) {
            other.ok("SETACL " + mailbox + " -anyone w");
        }

        assertThat(anna.result("STORE 2 -FLAGS (\\Flagged)")).startsWith("NO [NOPERM]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"STORE 1 +FLAGS (\\Flagged)", "EXPUNGE", "UID EXPUNGE 1:*", "MOVE 1 INBOX"})
    void nothingIsWrittenInAnExaminedMailbox(String command) throws Exception {
        anna.ok("EXAMINE " + mailbox);

        assertThat(anna.result(command))
                .startsWith("NO [READ-ONLY] ")
                .endsWith("The mailbox is open read-only.");
        anna.ok("SELECT " + mailbox);
        anna.ok(command);
    }

    @Test
    void readingAndClosingAnExaminedMailboxLeavesItAsItWas() throws Exception {
        anna.ok("EXAMINE " + mailbox);
        anna.ok("FETCH 2 BODY[]");
        anna.ok("COPY 2 INBOX");
        anna.append(mailbox, "(\\Seen)", "Subject: three\n\nText\n");
        anna.ok("CLOSE");

        assertThat(anna.ok("STATUS " + mailbox + " (MESSAGES UNSEEN)").get(0))
                .endsWith("(MESSAGES 3 UNSEEN 2)");
    }

    @Test
    void anotherNameThatIsAbsoluteNoLongerDropsTheConnection() throws Exception {
        for (String command :
                new String[] {
                    "STATUS \"#shared.x\" (MESSAGES)",
                    "SELECT \"#shared.x\"",
                    "EXAMINE \"#shared.x\"",
                    "DELETE \"#shared.x\"",
                    "RENAME \"#shared.x\" y",
                    "CREATE \"#shared.x\""
                }) {
            assertThat(anna.result(command)).startsWith("NO");
        }
    }
}
