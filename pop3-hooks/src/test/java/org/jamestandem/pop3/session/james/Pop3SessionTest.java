package org.jamestandem.pop3.session.james;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jamestandem.pop3.Pop3Connection;
import org.jamestandem.pop3.Pop3Server;
import org.jamestandem.pop3.TestMailbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The commands over the wire, on James' mailboxes in memory. */
class Pop3SessionTest {
    private static final String SETTINGS =
            """
            <tandem>
              <state>memory</state>
              <pop3>
                <domain name="hide.example">
                  <policy>
                    <on-delete>hide</on-delete>
                    <expire acknowledge="quota-may-fill">never</expire>
                  </policy>
                </domain>
                <domain name="seen.example">
                  <policy><on-retrieve>seen</on-retrieve></policy>
                </domain>
              </pop3>
            </tandem>
            """;

    private static Pop3Server server;

    private final TestMailbox classic = server.newMailbox("classic.example");
    private final TestMailbox hide = server.newMailbox("hide.example");

    @BeforeAll
    static void start() throws Exception {
        server = Pop3Server.with(SETTINGS);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void greetingOffersNoApop() {
        try (Pop3Connection connection = server.connect()) {
            assertThat(connection.greeting()).startsWith("+OK").doesNotContain("<");
        }
    }

    @Test
    void capabilitiesAreTheSameBeforeAndAfterLogin() {
        List<String> expected =
                List.of(
                        "TOP",
                        "UIDL",
                        "PIPELINING",
                        "RESP-CODES",
                        "AUTH-RESP-CODE",
                        "UTF8",
                        "LANG",
                        "IMPLEMENTATION Tandem",
                        "USER",
                        "SASL PLAIN",
                        "EXPIRE NEVER");
        try (Pop3Connection connection = server.connect()) {
            assertThat(connection.lines("CAPA")).isEqualTo(expected);
        }
        try (Pop3Connection connection = server.login(hide)) {
            assertThat(connection.lines("CAPA")).isEqualTo(expected);
        }
    }

    @Test
    void classicRemovesADeletedMessageForEverybody() {
        long kept = classic.append("one");
        classic.append("two");

        try (Pop3Connection connection = server.login(classic)) {
            connection.ok("DELE 2");
            connection.ok("QUIT");
        }

        assertThat(classic.uids()).containsExactly(kept);
    }

    @Test
    void hiddenMessageStaysForImapAndIsNeverOfferedAgain() {
        long uid = hide.append("one");
        hide.append("two");
        try (Pop3Connection connection = server.login(hide)) {
            connection.ok("DELE 1");
            connection.ok("QUIT");
        }

        assertThat(hide.uids()).hasSize(2).contains(uid);
        try (Pop3Connection connection = server.login(hide)) {
            assertThat(connection.lines("RETR 1")).contains("Subject: two");
            assertThat(connection.ok("STAT")).startsWith("+OK 1 ");
        }
    }

    @Test
    void hiddenMessageStaysHiddenWhenImapMovesItAwayAndBack() {
        long uid = hide.append("one");
        hide.create("Away");
        deleteAllByPop3(hide);

        hide.move(uid, "INBOX", "Away");
        hide.move(hide.uids("Away").get(0), "Away", "INBOX");

        assertThat(hide.uids()).doesNotContain(uid).hasSize(1);
        assertThat(uniqueIds(hide)).isEmpty();
    }

    @Test
    void hiddenMessageStaysHiddenAsACopyAndInARecreatedInbox() {
        long uid = hide.append("one");
        hide.create("Away");
        hide.copy(uid, "INBOX", "Away");
        deleteAllByPop3(hide);

        hide.copy(uid, "INBOX", "INBOX");
        assertThat(uniqueIds(hide)).isEmpty();
        hide.recreateInbox();
        hide.copy(hide.uids("Away").get(0), "Away", "INBOX");

        assertThat(hide.uids()).hasSize(1);
        assertThat(uniqueIds(hide)).isEmpty();
    }

    @Test
    void copiesOfAMessageAreOneEntryAndClassicRemovesThemAll() {
        long uid = classic.append("one");
        classic.copy(uid, "INBOX", "INBOX");
        assertThat(uniqueIds(classic)).hasSize(1);

        deleteAllByPop3(classic);

        assertThat(classic.uids()).isEmpty();
    }

    @Test
    void uniqueIdsAreNotUsedAgainWhenUidsRepeat() {
        classic.append("one");
        classic.append("two");
        List<String> before = uniqueIds(classic);

        classic.recreateInbox();
        classic.append("three");
        classic.append("four");

        assertThat(classic.uids()).containsExactly(1L, 2L);
        assertThat(uniqueIds(classic)).hasSize(2).doesNotContainAnyElementsOf(before);
    }

    @Test
    void uniqueIdStaysWhenImapMovesAMessageAwayAndBack() {
        long uid = classic.append("one");
        classic.create("Away");
        List<String> before = uniqueIds(classic);

        classic.move(uid, "INBOX", "Away");
        assertThat(uniqueIds(classic)).isEmpty();
        classic.move(classic.uids("Away").get(0), "Away", "INBOX");

        assertThat(uniqueIds(classic)).isEqualTo(before);
    }

    @Test
    void nothingChangesWithoutQuit() {
        classic.append("one");
        hide.append("one");
        for (TestMailbox mailbox : List.of(classic, hide)) {
            try (Pop3Connection connection = server.login(mailbox)) {
                connection.ok("DELE 1");
            }
            assertThat(mailbox.uids()).hasSize(1);
            assertThat(uniqueIds(mailbox)).hasSize(1);
        }
    }

    @Test
    void resetTakesBackTheMarksAndKeepsTheNumbers() {
        classic.append("one");
        classic.append("two");
        try (Pop3Connection connection = server.login(classic)) {
            List<String> listed = connection.lines("UIDL");
            connection.ok("DELE 1");
            classic.append("three");
            connection.ok("RSET");
            assertThat(connection.lines("UIDL")).isEqualTo(listed);
            connection.ok("QUIT");
        }
        assertThat(classic.uids()).hasSize(3);
    }

    @Test
    void messageExpungedByImapIsAnErrorAndNumbersDoNotShift() {
        long gone = classic.append("one");
        classic.append("two");
        try (Pop3Connection connection = server.login(classic)) {
            classic.expunge(gone);
            assertThat(connection.answer("RETR 1")).startsWith("-ERR");
            assertThat(connection.answer("TOP 1 0")).startsWith("-ERR");
            assertThat(connection.answer("TOP 1 3")).startsWith("-ERR");
            assertThat(connection.lines("RETR 2")).contains("Subject: two");
            connection.ok("DELE 1");
            connection.ok("QUIT");
        }
        assertThat(classic.uids()).hasSize(1);
    }

    @Test
    void messagesOfAnInboxThatWasDeletedAreNotTakenOffTheQuotaAgain() {
        classic.append("one");
        try (Pop3Connection connection = server.login(classic)) {
            connection.ok("DELE 1");
            classic.recreateInbox();
            classic.append("two");
            connection.ok("QUIT");
        }
        assertThat(classic.uids()).hasSize(1);
        assertThat(server.messagesOnQuota(classic)).isEqualTo(1);
    }

    @Test
    void everySessionHasItsOwnSnapshot() {
        classic.append("one");
        try (Pop3Connection one = server.login(classic);
                Pop3Connection other = server.login(classic)) {
            one.ok("DELE 1");
            one.ok("QUIT");
            assertThat(other.ok("STAT")).startsWith("+OK 1 ");
            assertThat(other.answer("RETR 1")).startsWith("-ERR");
            other.ok("DELE 1");
            other.ok("QUIT");
        }
    }

    @Test
    void wrongNumbersAreRefused() {
        classic.append("one");
        try (Pop3Connection connection = server.login(classic)) {
            for (String command : List.of("RETR", "DELE", "LIST", "UIDL", "TOP")) {
                String lines = command.equals("TOP") ? " 0" : "";
                for (String number :
                        List.of("0", "-1", "2", "abc", "99999", "1.0", "9".repeat(30))) {
                    String line = command + " " + number + lines;
                    assertThat(connection.answer(line)).as(line).startsWith("-ERR");
                }
            }
            for (String line :
                    List.of(
                            "RETR",
                            "DELE",
                            "TOP",
                            "TOP 1",
                            "TOP 1 -1",
                            "TOP 1 x",
                            "RETR 1 2",
                            "LIST 1 2")) {
                assertThat(connection.answer(line)).as(line).startsWith("-ERR");
            }
            assertThat(connection.ok("LIST 1")).isEqualTo("+OK 1 " + sizeOf("one"));
        }
    }

    @Test
    void deletedMessageIsNotThereAnyMore() {
        classic.append("one");
        classic.append("two");
        try (Pop3Connection connection = server.login(classic)) {
            connection.ok("DELE 1");
            for (String line : List.of("DELE 1", "RETR 1", "TOP 1 0", "LIST 1", "UIDL 1")) {
                assertThat(connection.answer(line)).as(line).startsWith("-ERR");
            }
            assertThat(connection.ok("STAT")).isEqualTo("+OK 1 " + sizeOf("two"));
            assertThat(connection.lines("LIST")).containsExactly("2 " + sizeOf("two"));
            assertThat(connection.lines("UIDL")).hasSize(1).first().asString().startsWith("2 ");
        }
    }

    @Test
    void textIsSentWithDotsStuffedAndLinesEnded() {
        classic.appendText("Subject: dots\r\n\r\n.\r\n..\r\nbare\n.line\r\nno end");
        try (Pop3Connection connection = server.login(classic)) {
            connection.ok("RETR 1");
            assertThat(
                            List.of(
                                    connection.line(),
                                    connection.line(),
                                    connection.line(),
                                    connection.line(),
                                    connection.line(),
                                    connection.line(),
                                    connection.line(),
                                    connection.line()))
                    .containsExactly(
                            "Subject: dots", "", "..", "...", "bare", "..line", "no end", ".");
            connection.ok("NOOP");
        }
    }

    @Test
    void topSendsHeaderAndSomeLines() {
        classic.appendText("Subject: top\r\nX: y\r\n\r\none\r\ntwo\r\nthree\r\n");
        try (Pop3Connection connection = server.login(classic)) {
            assertThat(connection.lines("TOP 1 0")).containsExactly("Subject: top", "X: y", "");
            assertThat(connection.lines("TOP 1 2"))
                    .containsExactly("Subject: top", "X: y", "", "one", "two");
            assertThat(connection.lines("TOP 1 99")).isEqualTo(connection.lines("RETR 1"));
        }
    }

    @Test
    void topOfAMessageThatIsHeaderAloneSendsIt() {
        classic.appendText("Subject: alone\r\nX: y\r\n");
        try (Pop3Connection connection = server.login(classic)) {
            for (String command : List.of("TOP 1 0", "TOP 1 5", "RETR 1")) {
                assertThat(connection.lines(command))
                        .as(command)
                        .containsExactly("Subject: alone", "X: y");
            }
        }
    }

    @Test
    void retrievalMarksAsSeenOnlyAtQuitAndTopNever() {
        TestMailbox mailbox = server.newMailbox("seen.example");
        long one = mailbox.append("one");
        mailbox.append("two");
        try (Pop3Connection connection = server.login(mailbox)) {
            connection.lines("RETR 1");
        }
        assertThat(mailbox.seenUids()).isEmpty();
        try (Pop3Connection connection = server.login(mailbox)) {
            connection.lines("RETR 1");
            connection.lines("TOP 2 5");
            connection.ok("QUIT");
        }
        assertThat(mailbox.seenUids()).containsExactly(one);
    }

    @Test
    void pipelinedCommandsAreAnsweredInOrder() {
        classic.append("one");
        try (Pop3Connection connection = server.connect()) {
            connection.send(
                    "USER " + classic.user(), "PASS secret", "STAT", "UIDL", "DELE 1", "QUIT");
            assertThat(connection.line()).startsWith("+OK");
            assertThat(connection.line()).startsWith("+OK");
            assertThat(connection.line()).isEqualTo("+OK 1 " + sizeOf("one"));
            assertThat(connection.line()).startsWith("+OK");
            assertThat(connection.restOfAnswer()).hasSize(1);
            assertThat(connection.line()).startsWith("+OK");
            assertThat(connection.line()).startsWith("+OK");
            assertThat(connection.line()).isNull();
        }
        assertThat(classic.uids()).isEmpty();
    }

    @Test
    void wrongCredentialsAreToldApartFromTrouble() {
        try (Pop3Connection connection = server.connect()) {
            assertThat(connection.answer("USER a@b@c")).startsWith("-ERR [AUTH] ");
            assertThat(connection.answer("PASS secret")).startsWith("-ERR ");
            connection.ok("USER " + classic.user());
            assertThat(connection.answer("PASS wrong")).startsWith("-ERR [AUTH] ");
            assertThat(connection.answer("PASS secret")).startsWith("-ERR ");
            connection.ok("USER " + classic.user());
            connection.ok("PASS secret");
            assertThat(connection.answer("PASS secret")).startsWith("-ERR ");
            assertThat(connection.answer("USER x")).startsWith("-ERR ");
            connection.ok("STAT");
        }
    }

    @Test
    void commandsOfTheSessionNeedALogin() {
        try (Pop3Connection connection = server.connect()) {
            for (String line :
                    List.of(
                            "STAT", "LIST", "UIDL", "RETR 1", "TOP 1 0", "DELE 1", "NOOP",
                            "RSET")) {
                assertThat(connection.answer(line)).as(line).startsWith("-ERR");
            }
            assertThat(connection.answer("STLS")).startsWith("-ERR");
            assertThat(connection.answer("XYZZY")).startsWith("-ERR");
            connection.ok("QUIT");
            assertThat(connection.line()).isNull();
        }
    }

    private static int sizeOf(String subject) {
        return ("Subject: " + subject + "\r\n\r\nBody of " + subject + "\r\n").length();
    }

    private static void deleteAllByPop3(TestMailbox mailbox) {
        try (Pop3Connection connection = server.login(mailbox)) {
            connection
                    .lines("LIST")
                    .forEach(line -> connection.ok("DELE " + line.substring(0, line.indexOf(' '))));
            connection.ok("QUIT");
        }
    }

    private static List<String> uniqueIds(TestMailbox mailbox) {
        try (Pop3Connection connection = server.login(mailbox)) {
            return connection.lines("UIDL").stream()
                    .map(line -> line.substring(line.indexOf(' ') + 1))
                    .toList();
        }
    }
}
