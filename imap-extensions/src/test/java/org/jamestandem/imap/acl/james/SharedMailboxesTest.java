package org.jamestandem.imap.acl.james;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jamestandem.imap.ImapConnection;
import org.jamestandem.imap.InProcessImap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Other people's mailboxes are reached by the same commands as one's own. */
class SharedMailboxesTest {
    private static InProcessImap imap;
    private static int mailboxes;
    private ImapConnection anna;
    private ImapConnection bob;
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
        mailbox = "Team" + ++mailboxes;
        shared = "#user.anna." + mailbox;
        anna.ok("CREATE " + mailbox);
        anna.append(mailbox, "", "Subject: one\n\nText\n");
        anna.append(mailbox, "(\\Seen)", "Subject: two\n\nText\n");
    }

    @AfterEach
    void disconnect() throws Exception {
        anna.close();
        bob.close();
    }

    private void grant(String rights) throws Exception {
        anna.ok("SETACL " + mailbox + " bob " + rights);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bob", "$sales", "anyone", "authenticated"})
    void aMailboxIsOpenedThroughEveryKindOfEntry(String identifier) throws Exception {
        assertThat(bob.result("SELECT " + shared)).startsWith("NO [NONEXISTENT]");
        anna.ok("SETACL " + mailbox + " " + identifier + " lrs");

        assertThat(bob.ok("SELECT " + shared)).contains("* 2 EXISTS");
        assertThat(bob.ok("FETCH 1 (BODY.PEEK[TEXT])").get(0)).contains("Text");
        assertThat(bob.ok("SEARCH SEEN")).containsExactly("* SEARCH 2");
        assertThat(bob.ok("SORT (REVERSE ARRIVAL) UTF-8 ALL").get(0)).startsWith("* SORT");
    }

    @Test
    void statusNamesTheMailboxAsItWasAsked() throws Exception {
        grant("lr");

        assertThat(bob.ok("STATUS " + shared + " (MESSAGES UNSEEN)"))
                .containsExactly("* STATUS \"" + shared + "\" (MESSAGES 2 UNSEEN 1)");
    }

    @Test
    void theQuotaIsTheOwners() throws Exception {
        grant("lr");

        assertThat(bob.ok("GETQUOTAROOT " + shared))
                .first()
                .asString()
                .contains("\"" + shared + "\"")
                .contains("anna@tandem.example");
    }

    @Test
    void messagesAreAppendedCopiedAndMovedBothWays() throws Exception {
        grant("lrswite");
        String mine = "Mine" + mailboxes;
        bob.ok("CREATE " + mine);
        bob.append(shared, "(\\Flagged)", "Subject: three\n\nText\n");
        bob.ok("SELECT " + shared);
        assertThat(bob.send("COPY 1 " + mine).get(0)).contains("COPYUID");
        bob.ok("MOVE 3 " + mine);
        assertThat(bob.ok("STATUS " + shared + " (MESSAGES)").get(0)).endsWith("(MESSAGES 2)");
        bob.ok("SELECT " + mine);
        bob.ok("COPY 1:* " + shared);
        bob.ok("UID MOVE 1:* " + shared);
        assertThat(anna.ok("STATUS " + mailbox + " (MESSAGES)").get(0)).endsWith("(MESSAGES 6)");
    }

    @Test
    void flagsAreSetAndMessagesExpunged() throws Exception {
        grant("lrswite");
        bob.ok("SELECT " + shared);
        assertThat(bob.ok("STORE 1 +FLAGS (\\Deleted \\Seen)"))
                .containsExactly("* 1 FETCH (FLAGS (\\Deleted \\Recent \\Seen))");
        assertThat(bob.ok("EXPUNGE")).contains("* 1 EXPUNGE");
        bob.ok("STORE 1 +FLAGS (\\Deleted)");
        bob.ok("CLOSE");
        assertThat(anna.ok("STATUS " + mailbox + " (MESSAGES)").get(0)).endsWith("(MESSAGES 0)");
    }

    @Test
    void bothSessionsHearOfEachOthersChanges() throws Exception {
        grant("lrswite");
        bob.ok("SELECT " + shared);
        anna.ok("SELECT " + mailbox);
        bob.ok("STORE 1 +FLAGS (\\Flagged)");
        assertThat(anna.ok("NOOP")).contains("* 1 FETCH (FLAGS (\\Flagged))");
        anna.append(mailbox, "", "Subject: three\n\nText\n");
        assertThat(bob.ok("NOOP")).contains("* 3 EXISTS");
    }

    @Test
    void theHolderOfAChangesTheList() throws Exception {
        grant("lra");
        bob.ok("SETACL " + shared + " carol lr");

        assertThat(bob.ok("GETACL " + shared).get(0)).contains("\"carol@tandem.example\" \"lr\"");
        assertThat(bob.ok("MYRIGHTS " + shared))
                .containsExactly("* MYRIGHTS \"" + shared + "\" \"lra\"");
        assertThat(bob.ok("LISTRIGHTS " + shared + " carol").get(0)).contains(shared);
        bob.ok("DELETEACL " + shared + " carol");
        assertThat(anna.ok("GETACL " + mailbox).get(0)).doesNotContain("carol");
    }

    @Test
    void mailboxesAreMadeBelowOnesWhereKIsHeld() throws Exception {
        grant("lrkx");
        bob.ok("CREATE " + shared + ".New.Deep");
        assertThat(anna.ok("GETACL " + mailbox + ".New.Deep").get(0))
                .contains("\"bob@tandem.example\" \"lrkxc\"");
        bob.ok("RENAME " + shared + ".New " + shared + ".Old");
        bob.ok("SELECT " + shared + ".Old.Deep");
        bob.ok("DELETE " + shared + ".Old.Deep");
        assertThat(anna.result("SELECT " + mailbox + ".Old.Deep")).startsWith("NO");
    }

    @Test
    void aMailboxDoesNotChangeItsOwner() throws Exception {
        grant("lrkx");

        assertThat(bob.result("RENAME " + shared + " Mine")).startsWith("NO [CANNOT] RENAME");
        bob.ok("CREATE Mine" + mailboxes);
        assertThat(bob.result("RENAME Mine" + mailboxes + " " + shared + ".Mine"))
                .startsWith("NO [CANNOT] RENAME");
    }

    @Test
    void nobodyMakesAMailboxAtTheTopOfAnotherTree() throws Exception {
        assertThat(bob.result("CREATE #user.anna.Top")).startsWith("NO [NONEXISTENT]");
    }

    @Test
    void anInboxStays() throws Exception {
        anna.ok("SETACL INBOX bob lrx");

        assertThat(bob.result("DELETE #user.anna.INBOX")).startsWith("NO [CANNOT] DELETE");
        assertThat(bob.result("RENAME #user.anna.INBOX #user.anna.Old"))
                .startsWith("NO [NONEXISTENT]");
        anna.ok("DELETEACL INBOX bob");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT %s",
                "EXAMINE %s",
                "STATUS %s (MESSAGES)",
                "DELETE %s",
                "RENAME %s #user.anna.Other",
                "CREATE %s.Below",
                "SETACL %s bob l",
                "DELETEACL %s bob",
                "GETACL %s",
                "LISTRIGHTS %s bob",
                "MYRIGHTS %s",
                "SUBSCRIBE %s",
                "GETQUOTAROOT %s",
                "APPEND %s {4+}\r\na: b",
                "COPY 1 %s",
                "MOVE 1 %s"
            })
    void aMailboxThatMayNotBeKnownIsAnsweredLikeOneThatIsNotThere(String command) throws Exception {
        bob.append("INBOX", "", "Subject: mine\n\nText\n");
        for (String rights : List.of("\"\"", "ps")) {
            anna.ok("SETACL " + mailbox + " bob " + rights);
            bob.ok("SELECT INBOX");
            String unknown = bob.result(command.formatted(shared));
            bob.ok("SELECT INBOX");
            String missing = bob.result(command.formatted("#user.anna.Nowhere"));
            bob.ok("SELECT INBOX");
            String nobody = bob.result(command.formatted("#user.nobody.Nowhere"));

            assertThat(unknown).startsWith("NO [NONEXISTENT]").isEqualTo(missing);
            assertThat(nobody).isEqualTo(missing);
        }
    }

    @Test
    void whoMayCreateTheTargetIsTold() throws Exception {
        grant("lrk");

        assertThat(bob.result("APPEND " + shared + ".New {4+}\r\na: b"))
                .startsWith("NO [TRYCREATE] APPEND");
    }

    @Test
    void aFailedSelectLeavesNothingSelected() throws Exception {
        bob.ok("SELECT INBOX");
        bob.send("SELECT " + shared);

        assertThat(bob.result("CHECK")).startsWith("NO");
    }

    @Test
    void aRightTakenAwayIsGoneAtTheNextCommandAndNothingIsToldAnyMore() throws Exception {
        grant("lrswite");
        bob.ok("SELECT " + shared);
        grant("l");
        anna.append(mailbox, "", "Subject: three\n\nText\n");

        assertThat(bob.send("CREATE Unrelated" + mailboxes))
                .noneMatch(line -> line.contains("EXISTS"));
        assertThat(bob.send("FETCH 1 FLAGS"))
                .containsExactly("a4 NO [NOPERM] FETCH You need the r right on this mailbox.");
        assertThat(bob.ok("NOOP"))
                .containsExactly("* NO [NOPERM] You may not read this mailbox any more.");
        assertThat(bob.ok("NOOP")).isEmpty();
        for (String command :
                List.of(
                        "SEARCH ALL",
                        "UID SEARCH ALL",
                        "SORT (DATE) UTF-8 ALL",
                        "STORE 1 +FLAGS (\\Seen)",
                        "COPY 1 INBOX",
                        "MOVE 1 INBOX",
                        "EXPUNGE",
                        "UID FETCH 1 BODY[]")) {
            assertThat(bob.result(command)).startsWith("NO [NOPERM]");
        }

        grant("lr");
        assertThat(bob.ok("NOOP")).contains("* 3 EXISTS");
        bob.ok("UNSELECT");
    }

    @Test
    void anIdlingSessionIsToldThatTheRightIsGone() throws Exception {
        grant("lr");
        bob.ok("SELECT " + shared);
        bob.write("x IDLE\r\n");
        bob.until("+ ");
        anna.ok("DELETEACL " + mailbox + " bob");
        anna.append(mailbox, "", "Subject: three\n\nText\n");

        assertThat(bob.line()).isEqualTo("* NO [NOPERM] You may not read this mailbox any more.");
        bob.write("DONE\r\n");
        assertThat(bob.until("x ")).hasSize(1);
    }
}
