package org.jamestandem.testkit.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranscriptRunnerTest {
    private static final String TITLE = "# RFC 1939 §6: shown\n";
    private static final Map<String, String> POP3 =
            Map.of(
                    "", "+OK ready",
                    "USER bob-1@classic.example", "+OK",
                    "USER bob-1+phone@classic.example", "+OK",
                    "PASS secret", "+OK",
                    "STAT", "+OK 1 120",
                    "UIDL", "+OK\n1 abc\n2 x.y\n.",
                    "UIDL 2", "+OK 2 x.y",
                    "NOISE", "+OK\n+OK again",
                    "QUIT", "close");
    private static final Map<String, String> IMAP =
            Map.of(
                    "", "* OK ready",
                    "t LOGIN \"bob-1@classic.example\" \"secret\"", "t OK",
                    "a FETCH 1 BODY[TEXT]", "* 1 FETCH (BODY[TEXT] {7}\nHello\n)\na OK done",
                    "b NOOP", "* 2 EXISTS\n* 1 RECENT\n* 1 FETCH (FLAGS ())\nb OK done");

    @TempDir Path folder;

    @Test
    void loggedInDialogueFollowsTheFile() throws IOException {
        run("pop3", "# accounts: bob classic\nC: STAT\nS: \\+OK 1 \\d+\n", POP3);
    }

    @Test
    void dialogueWithoutAccountsStartsAtTheGreeting() throws IOException {
        run("pop3", "S: \\+OK ready\nC: STAT\nS: \\+OK.*\n", POP3);
    }

    @Test
    void capturedTextIsQuotedWhenUsedAgain() throws IOException {
        String dialogue =
                "# accounts: bob classic\n"
                        + "C: UIDL\n"
                        + "S: \\+OK\n"
                        + "S: 1 abc\n"
                        + "S: 2 (?<second>\\S+)\n"
                        + "S: \\.\n"
                        + "C: UIDL 2\n"
                        + "S: \\+OK 2 ${second}\n";
        run("pop3", dialogue, POP3);
    }

    @Test
    void reconnectingUsesTheDeviceOfTheLogin() throws IOException {
        run(
                "pop3",
                "# accounts: bob classic\n-- drop the connection, reconnect as bob+phone --\n"
                        + "C: STAT\nS: \\+OK.*\n",
                POP3,
                POP3);
    }

    @Test
    void twoSessionsOfTwoProtocolsRunSideBySide() throws IOException {
        run(
                "pop3",
                "# accounts: bob classic\n-- session two: imap as bob --\nC: b NOOP\nS*: \\* .*\n"
                        + "S: b OK.*\n-- session one --\nC: STAT\nS: \\+OK.*\n",
                POP3,
                IMAP);
    }

    @Test
    void literalBelongsToItsLine() throws IOException {
        run(
                "imap",
                "# accounts: bob classic\nC: a FETCH 1 BODY[TEXT]\n"
                        + "S: \\* 1 FETCH \\(BODY\\[TEXT] \\{7}\\r\\nHello\\r\\n\\)\nS: a OK.*\n",
                IMAP);
    }

    @Test
    void markedLinesComeInAnyOrderAndOptionalOnesMayStayAway() throws IOException {
        run(
                "imap",
                "# accounts: bob classic\nC: b NOOP\nS?: \\* BYE.*\nS&: \\* 1 RECENT\n"
                        + "S&: \\* 2 EXISTS\nS*: (?!.*EXPUNGE).*\nS: b OK.*\n",
                IMAP);
    }

    @Test
    void otherLinesMayComeBetweenMarkedOnes() throws IOException {
        run(
                "imap",
                "# accounts: bob classic\nC: b NOOP\nS*: \\* .*\nS&: \\* 1 FETCH .*\n"
                        + "S&: \\* 2 EXISTS\nS: b OK.*\n",
                IMAP);
    }

    @Test
    void serverMayCloseTheConnection() throws IOException {
        run(
                "pop3",
                "# accounts: bob classic\nC: QUIT\n-- the server closes the connection --\n",
                POP3);
    }

    @Test
    void wrongAnswerNamesFileLineExpectationAndDialogue() {
        assertThatThrownBy(
                        () ->
                                run(
                                        "pop3",
                                        "# accounts: bob classic\nC: STAT\nS: \\+OK 2 .*\n",
                                        POP3))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("pop3/shown.txt:4: RFC 1939 §6: shown [scripted]")
                .hasMessageContaining("expected: \\+OK 2 .*")
                .hasMessageContaining("got:      +OK 1 120")
                .hasMessageContaining("[one] C: STAT\n    [one] S: +OK 1 120");
    }

    @Test
    void forbiddenLineAmongManyFails() {
        String dialogue = "# accounts: bob classic\nC: b NOOP\nS*: (?!.*RECENT).*\nS: b OK.*\n";
        assertThatThrownBy(() -> run("imap", dialogue, IMAP))
                .hasMessageContaining("got:      * 1 RECENT");
    }

    @Test
    void missingLineOfAnUnorderedGroupFails() {
        String dialogue =
                "# accounts: bob classic\nC: b NOOP\nS&: \\* 3 EXISTS\nS&: \\* 1 RECENT\n";
        assertThatThrownBy(() -> run("imap", dialogue, IMAP))
                .hasMessageContaining("expected: \\* 3 EXISTS");
    }

    @Test
    void answerNobodyAskedForFails() {
        assertThatThrownBy(() -> run("pop3", "# accounts: bob classic\nC: NOISE\nS: \\+OK\n", POP3))
                .hasMessageContaining("nobody asked for: +OK again");
    }

    @Test
    void closedConnectionFailsWhereALineWasExpected() {
        assertThatThrownBy(
                        () -> run("pop3", "# accounts: bob classic\nC: QUIT\nS: \\+OK.*\n", POP3))
                .hasMessageContaining("the server closed the connection");
    }

    @Test
    void unknownVariableFailsWhereItIsUsed() {
        assertThatThrownBy(() -> run("pop3", "S: .*\nC: USER ${anna}\nS: .*\n", POP3))
                .hasMessageContaining("shown.txt:3")
                .hasMessageContaining("${anna}");
    }

    @Test
    void messagesAreSentWithNetworkLineEnds() throws IOException {
        Files.createDirectories(folder.resolve("mail"));
        Files.writeString(folder.resolve("mail/simple.eml"), "A: b\n\nc\n");
        Variables variables = new Variables(Transcripts.in(folder));

        assertThat(variables.octets("${file:simple.eml}${0xFF}"))
                .containsExactly('A', ':', ' ', 'b', 13, 10, 13, 10, 'c', 13, 10, 0xFF);
        assertThat(variables.octets("{${octets:simple.eml}}")).asString().isEqualTo("{11}");
    }

    @Test
    void folderNamesTheProtocol() throws IOException {
        write("notes", TITLE + "C: STAT\n");
        assertThatThrownBy(() -> Transcripts.in(folder).all())
                .hasMessageContaining("a folder named after a protocol");
    }

    @SafeVarargs
    private void run(String protocol, String dialogue, Map<String, String>... connections)
            throws IOException {
        Path file = write(protocol, TITLE + dialogue);
        Transcripts transcripts = Transcripts.in(folder);
        assertThatCode(() -> assertThat(transcripts.all()).hasSize(1)).doesNotThrowAnyException();
        try (ScriptedServer server = new ScriptedServer(List.of(connections))) {
            new TranscriptRunner(transcripts, server).run(transcripts.read(file));
        }
    }

    private Path write(String protocol, String text) throws IOException {
        Path file = folder.resolve(protocol).resolve("shown.txt");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
