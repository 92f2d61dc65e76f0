package org.jamestandem.testkit.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jamestandem.testkit.transcript.ScriptedServer.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranscriptRunnerTest {
    private static final String TITLE = "# RFC 1939 §6: shown\n";
    private static final Script POP3 =
            Script.of(
                    "", "+OK ready",
                    "USER bob-1@classic.example", "+OK",
                    "USER bob-1+phone@classic.example", "+OK",
                    "PASS secret", "+OK",
                    "STAT", "+OK 1 120",
                    "UIDL", "+OK\n1 abc\n2 x.y\n.",
                    "UIDL 2", "+OK 2 x.y",
                    "NOISE", "+OK\n+OK again",
                    "QUIT", "close");
    private static final Script IMAP =
            Script.of(
                    "", "* OK ready",
                    "t LOGIN \"bob-1@classic.example\" \"secret\"", "t OK",
                    "a FETCH 1 BODY[TEXT]", "* 1 FETCH (BODY[TEXT] {7}\nHello\n)\na OK done",
                    "b NOOP", "* 2 EXISTS\n* 1 RECENT\n* 1 FETCH (FLAGS ())\nb OK done");

    @TempDir Path folder;

    @Test
    void loggedInDialogueFollowsTheFile() throws IOException {
        run(
                "pop3",
                """
                # accounts: bob classic
                C: STAT
                S: \\+OK 1 \\d+
                """,
                POP3);
    }

    @Test
    void dialogueWithoutAccountsStartsAtTheGreeting() throws IOException {
        run(
                "pop3",
                """
                S: \\+OK ready
                C: STAT
                S: \\+OK.*
                """,
                POP3);
    }

    @Test
    void capturedTextIsQuotedWhenUsedAgain() throws IOException {
        String dialogue =
                """
                # accounts: bob classic
                C: UIDL
                S: \\+OK
                S: 1 abc
                S: 2 (?<second>\\S+)
                S: \\.
                C: UIDL 2
                S: \\+OK 2 ${second}
                """;
        run("pop3", dialogue, POP3);
    }

    @Test
    void reconnectingUsesTheDeviceOfTheLogin() throws IOException {
        run(
                "pop3",
                """
                # accounts: bob classic
                -- drop the connection, reconnect as bob+phone --
                C: STAT
                S: \\+OK.*
                """,
                POP3,
                POP3);
    }

    @Test
    void twoSessionsOfTwoProtocolsRunSideBySide() throws IOException {
        run(
                "pop3",
                """
                # accounts: bob classic
                -- session two: imap as bob --
                C: b NOOP
                S*: \\* .*
                S: b OK.*
                -- session one --
                C: STAT
                S: \\+OK.*
                """,
                POP3,
                IMAP);
    }

    @Test
    void literalBelongsToItsLine() throws IOException {
        run(
                "imap",
                """
                # accounts: bob classic
                C: a FETCH 1 BODY[TEXT]
                S: \\* 1 FETCH \\(BODY\\[TEXT] \\{7}\\r\\nHello\\r\\n\\)
                S: a OK.*
                """,
                IMAP);
    }

    @Test
    void markedLinesComeInAnyOrderAndOptionalOnesMayStayAway() throws IOException {
        run(
                "imap",
                """
                # accounts: bob classic
                C: b NOOP
                S?: \\* BYE.*
                S&: \\* 1 RECENT
                S&: \\* 2 EXISTS
                S*: (?!.*EXPUNGE).*
                S: b OK.*
                """,
                IMAP);
    }

    @Test
    void otherLinesMayComeBetweenMarkedOnes() throws IOException {
        run(
                "imap",
                """
                # accounts: bob classic
                C: b NOOP
                S*: \\* .*
                S&: \\* 1 FETCH .*
                S&: \\* 2 EXISTS
                S: b OK.*
                """,
                IMAP);
    }

    @Test
    void serverMayCloseTheConnection() throws IOException {
        run(
                "pop3",
                """
                # accounts: bob classic
                C: QUIT
                -- the server closes the connection --
                """,
                POP3);
    }

    @Test
    void wrongAnswerNamesFileLineExpectationAndDialogue() {
        assertThatThrownBy(
                        () ->
                                run(
                                        "pop3",
                                        """
                                        # accounts: bob classic
                                        C: STAT
                                        S: \\+OK 2 .*
                                        """,
                                        POP3))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("pop3/shown.txt:4: RFC 1939 §6: shown [scripted]")
                .hasMessageContaining("expected: \\+OK 2 .*")
                .hasMessageContaining("got:      +OK 1 120")
                .hasMessageContaining("[one] C: STAT\n    [one] S: +OK 1 120");
    }

    @Test
    void forbiddenLineAmongManyFails() {
        String dialogue =
                """
                # accounts: bob classic
                C: b NOOP
                S*: (?!.*RECENT).*
                S: b OK.*
                """;
        assertThatThrownBy(() -> run("imap", dialogue, IMAP))
                .hasMessageContaining("got:      * 1 RECENT");
    }

    @Test
    void missingLineOfAnUnorderedGroupFails() {
        String dialogue =
                """
                # accounts: bob classic
                C: b NOOP
                S&: \\* 3 EXISTS
                S&: \\* 1 RECENT
                """;
        assertThatThrownBy(() -> run("imap", dialogue, IMAP))
                .hasMessageContaining("expected: \\* 3 EXISTS");
    }

    @Test
    void answerNobodyAskedForFails() {
        assertThatThrownBy(
                        () ->
                                run(
                                        "pop3",
                                        """
                                        # accounts: bob classic
                                        C: NOISE
                                        S: \\+OK
                                        """,
                                        POP3))
                .hasMessageContaining("nobody asked for: +OK again");
    }

    @Test
    void closedConnectionFailsWhereALineWasExpected() {
        assertThatThrownBy(
                        () ->
                                run(
                                        "pop3",
                                        """
                                        # accounts: bob classic
                                        C: QUIT
                                        S: \\+OK.*
                                        """,
                                        POP3))
                .hasMessageContaining("the server closed the connection");
    }

    @Test
    void unknownVariableFailsWhereItIsUsed() {
        assertThatThrownBy(
                        () ->
                                run(
                                        "pop3",
                                        """
                                        S: .*
                                        C: USER ${anna}
                                        S: .*
                                        """,
                                        POP3))
                .hasMessageContaining("shown.txt:3")
                .hasMessageContaining("${anna}");
    }

    @Test
    void messagesAreSentWithNetworkLineEnds() throws IOException {
        Files.createDirectories(folder.resolve("mail"));
        Files.writeString(
                folder.resolve("mail/simple.eml"),
                """
                A: b

                c
                """);
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

    private void run(String protocol, String dialogue, Script... connections) throws IOException {
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
