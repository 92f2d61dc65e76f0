package org.jamestandem.imap.interop.james;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jamestandem.imap.ImapConnection;
import org.jamestandem.imap.InProcessImap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PipeliningTest {
    private static final AtomicInteger USERS = new AtomicInteger();
    private static final String MAIL = "Subject: x\r\n\r\nk STORE 1 +FLAGS (\\Deleted)\r\n";
    private static final String OPTIONS =
            """
            <inMemorySizeLimit>20K</inMemorySizeLimit>
            <literalSizeLimit>1M</literalSizeLimit>
            <maxLineLength>10000</maxLineLength>
            """;
    private static InProcessImap server;

    private ImapConnection imap;

    @BeforeAll
    static void start() throws Exception {
        server = InProcessImap.tandem(OPTIONS);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void connect() throws Exception {
        imap = server.login("piper" + USERS.incrementAndGet());
        imap.append("INBOX", "", "Subject: first\n\nbody\n");
        imap.ok("SELECT INBOX");
    }

    @AfterEach
    void disconnect() throws Exception {
        imap.close();
    }

    @Test
    void literalBehindOtherCommandsIsNoCommand() throws Exception {
        imap.write(
                "p1 STORE 1 +FLAGS.SILENT (\\Seen)\r\n"
                        + "p2 STORE 1 +FLAGS.SILENT (\\Answered)\r\n"
                        + append("p3", MAIL)
                        + "p4 UID FETCH 1:* (FLAGS)\r\n");

        List<String> lines = imap.until("p4 ");
        assertThat(tagged(lines)).containsExactly("p1 OK", "p2 OK", "p3 OK", "p4 OK");
        assertThat(lines).noneMatch(line -> line.contains("\\Deleted"));
    }

    @Test
    void commandBeforeALiteralIsCarriedOutOnce() throws Exception {
        imap.ok("CREATE other");
        imap.write("p1 COPY 1 other\r\n" + append("p2", MAIL) + "p3 STATUS other (MESSAGES)\r\n");

        List<String> lines = imap.until("p3 ");
        assertThat(tagged(lines)).containsExactly("p1 OK", "p2 OK", "p3 OK");
        assertThat(lines).contains("* STATUS \"other\" (MESSAGES 1)");
    }

    /**
     * With James' own class that lets one command follow another, one in some hundreds comes torn.
     */
    @Test
    void theEndOfAnAnswerNeverOvertakesItsLiteral() throws Exception {
        for (int attempt = 0; attempt < 3_000; attempt++) {
            List<String> lines = imap.ok("FETCH 1 BODY.PEEK[]");
            assertThat(lines).singleElement().asString().startsWith("* 1 FETCH").endsWith(")");
        }
    }

    /**
     * When this fails, James has mended its decoder, and ours can go. What goes wrong depends on
     * how Netty has cut its buffers, so one try may do no harm.
     */
    @Test
    void stockJamesCarriesOutWhatAMailSaysOrACommandTwice() throws Exception {
        List<List<String>> answers = new ArrayList<>();
        try (InProcessImap stock = InProcessImap.stock()) {
            for (int attempt = 0; attempt < 10; attempt++) {
                answers.add(tagged(pipeline(stock, "anna" + attempt)));
            }
        }

        assertThat(answers)
                .anyMatch(answer -> !answer.equals(List.of("p1 OK", "p2 OK", "p3 OK", "p4 OK")));
    }

    private static List<String> pipeline(InProcessImap stock, String user) throws Exception {
        try (ImapConnection victim = stock.login(user)) {
            victim.append("INBOX", "", "Subject: first\n\nbody\n");
            victim.ok("SELECT INBOX");
            victim.write(
                    "p1 STORE 1 +FLAGS.SILENT (\\Seen)\r\n"
                            + "p2 STORE 1 +FLAGS.SILENT (\\Answered)\r\n"
                            + append("p3", MAIL)
                            + "p4 FETCH 1 (FLAGS UID INTERNALDATE)\r\n");
            return victim.until("p4 ");
        }
    }

    @Test
    void commandsAreCarriedOutOneAfterTheOther() throws Exception {
        imap.write(
                "p1 CREATE fresh\r\n"
                        + append("p2", "fresh", MAIL)
                        + "p3 SELECT fresh\r\n"
                        + "p4 STORE 1 +FLAGS (\\Flagged)\r\n"
                        + "p5 SORT (DATE) UTF-8 FLAGGED\r\n"
                        + "p6 CLOSE\r\n"
                        + "p7 DELETE fresh\r\n");

        List<String> lines = imap.until("p7 ");
        assertThat(tagged(lines))
                .containsExactly("p1 OK", "p2 OK", "p3 OK", "p4 OK", "p5 OK", "p6 OK", "p7 OK");
        assertThat(lines).contains("* SORT 1");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 16, 61, 300})
    void whereThePacketsEndDoesNotMatter(int size) throws Exception {
        String script =
                "p1 NOOP\r\n"
                        + append("p2", MAIL)
                        + "p3 UID SEARCH SUBJECT {1+}\r\nx UNDELETED\r\n"
                        + "p4 IDLE\r\n";
        for (int i = 0; i < script.length(); i += size) {
            imap.write(script.substring(i, Math.min(script.length(), i + size)));
        }
        List<String> lines = new ArrayList<>(imap.until("+ "));
        imap.write("DO");
        imap.write("NE\r\np5 NOOP\r\n");
        lines.addAll(imap.until("p5 "));

        assertThat(tagged(lines)).containsExactly("p1 OK", "p2 OK", "p3 OK", "p4 OK", "p5 OK");
        assertThat(lines).contains("* SEARCH 2");
    }

    @Test
    void severalSynchronizingLiteralsAreEachAskedFor() throws Exception {
        imap.write("p1 SEARCH SUBJECT {5}\r\n");
        assertThat(imap.line()).startsWith("+ ");
        imap.write("first BODY {4}\r\n");
        assertThat(imap.line()).startsWith("+ ");
        imap.write("body NOT TEXT {1+}\r\n!\r\n");

        assertThat(imap.until("p1 ")).contains("* SEARCH 1");
    }

    @Test
    void literalsOfARefusedCommandAreSkipped() throws Exception {
        imap.write(
                "p1 SEARCH NONSENSE {" + MAIL.length() + "+}\r\n" + MAIL + " {6+}\r\nq NOOP\r\n");
        imap.write("p2 SEARCH SUBJECT {0+}\r\n NONSENSE {0+}\r\n\r\n");
        imap.write("p3 NOOP\r\n");

        assertThat(tagged(imap.until("p3 "))).containsExactly("p1 BAD", "p2 BAD", "p3 OK");
    }

    @Test
    void literalThatIsTooLongIsRefusedAndSkipped() throws Exception {
        imap.write("p1 APPEND INBOX {1048577+}\r\n");
        imap.write("p NOOP\r\n".repeat(131_073).substring(0, 1_048_577));
        imap.write("\r\np2 NOOP\r\n");
        assertThat(tagged(imap.until("p2 "))).containsExactly("p1 BAD", "p2 OK");

        imap.write("p3 APPEND INBOX {1048577}\r\n");
        assertThat(imap.line()).startsWith("p3 BAD");
        imap.write("p4 SEARCH SUBJECT {65537}\r\n");
        assertThat(imap.line()).startsWith("p4 BAD");
        imap.write("p5 SEARCH SUBJECT" + " {1+}\r\nx SUBJECT".repeat(100) + " y\r\np6 NOOP\r\n");
        assertThat(tagged(imap.until("p6 "))).containsExactly("p5 BAD", "p6 OK");
    }

    @Test
    void longMessageGoesThroughAFileThatDoesNotStay() throws Exception {
        List<Path> before = spooled();
        String mail = "Subject: long\r\n\r\n" + ("0123456789".repeat(20) + "\r\n").repeat(1_000);
        imap.write(append("p1", mail) + append("p2", mail) + "p3 NOOP\r\n");
        assertThat(tagged(imap.until("p3 "))).containsExactly("p1 OK", "p2 OK", "p3 OK");

        String fetched = imap.ok("FETCH 3 BODY.PEEK[]").get(0);
        assertThat(fetched).contains(mail);
        assertThat(spooled()).isEqualTo(before);

        imap.write("p4 APPEND INBOX {" + mail.length() + "+}\r\n" + mail.substring(50_000));
        imap.close();
        await().until(() -> spooled().equals(before));
    }

    @Test
    void lineThatIsTooLongIsRefusedAndSkipped() throws Exception {
        imap.write("p1 SEARCH SUBJECT " + "x".repeat(50_000) + "\r\np2 NOOP\r\n");

        assertThat(imap.until("p2 ").get(0)).startsWith("* BAD");
    }

    @Test
    void manyCommandsAtOnceAreAllAnswered() throws Exception {
        StringBuilder commands = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            commands.append("p").append(i).append(" NOOP\r\n");
        }
        imap.write(commands.toString());

        assertThat(tagged(imap.until("p4999 ")))
                .hasSize(5_000)
                .allMatch(line -> line.endsWith("OK"));
    }

    @Test
    void saslExchangeWorksOnTheRepairedConnection() throws Exception {
        try (ImapConnection other = server.connect()) {
            other.ok("CAPABILITY");
            other.write("p1 AUTHENTICATE PLAIN\r\n");
            assertThat(other.line()).startsWith("+");
            other.write(
                    Base64.getEncoder()
                                    .encodeToString(
                                            "\0sasl\0secret".getBytes(StandardCharsets.UTF_8))
                            + "\r\n");
            assertThat(other.line()).startsWith("p1 OK");
            assertThat(other.ok("CAPABILITY").get(0)).contains("LITERAL+");
        }
    }

    @Test
    void loginTakesItsArgumentsAsLiterals() throws Exception {
        try (ImapConnection other = server.connect()) {
            other.ok("CAPABILITY");
            other.write("p1 LOGIN {3}\r\n");
            assertThat(other.line()).startsWith("+ ");
            other.write("eva {6}\r\n");
            assertThat(other.line()).startsWith("+ ");
            other.write("secret\r\n");
            assertThat(other.line()).startsWith("p1 OK");
        }
    }

    @Test
    void beforeLoginLiteralsAreShort() throws Exception {
        try (ImapConnection other = server.connect()) {
            other.ok("CAPABILITY");
            other.write("p1 LOGIN {8193}\r\n");
            assertThat(other.line()).startsWith("p1 BAD");
        }
    }

    private static String append(String tag, String mail) {
        return append(tag, "INBOX", mail);
    }

    private static String append(String tag, String mailbox, String mail) {
        return tag + " APPEND " + mailbox + " {" + mail.length() + "+}\r\n" + mail + "\r\n";
    }

    /** Tag and outcome of each tagged line. */
    private static List<String> tagged(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.startsWith("*") && !line.startsWith("+"))
                .map(line -> line.replaceFirst("^(\\S+ \\S+).*", "$1"))
                .toList();
    }

    private static List<Path> spooled() throws Exception {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("imap-literal"))
                    .sorted()
                    .toList();
        }
    }
}
