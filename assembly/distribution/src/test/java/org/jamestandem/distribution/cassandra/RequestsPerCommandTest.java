package org.jamestandem.distribution.cassandra;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.jamestandem.distribution.configuration.Folders;
import org.jamestandem.distribution.configuration.ServerConfiguration;
import org.jamestandem.distribution.listeners.Service;
import org.jamestandem.distribution.single.CassandraForm;
import org.jamestandem.distribution.wire.Conversation;
import org.jamestandem.testkit.ProjectFiles;
import org.jamestandem.testkit.servers.CassandraServer;
import org.jamestandem.testkit.servers.TestServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** docs/operate/cassandra-cost.md says what a command costs; none costs notably more. */
class RequestsPerCommandTest {
    @RegisterExtension static final CassandraServer CASSANDRA = TestServers.cassandra();

    private static final String ANNA = "anna@tandem.example";
    private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\| (\\d+) \\| (\\d+) \\|.*");

    /** Repairs by chance would be counted now and then. */
    private static final String NO_CHANCE =
            """
            mailbox.read.repair.chance=0
            mailbox.counters.read.repair.chance.max=0
            mailbox.counters.read.repair.chance.one.hundred=0
            """;

    private final Map<String, RequestCount.Sent> measured = new LinkedHashMap<>();

    @TempDir private Path home;

    @Test
    void noCommandCostsMoreThanItsRowSays() throws Exception {
        ServerConfiguration configuration = CassandraConf.withFreePorts(counted());
        try (RunningServer server = RunningServer.start(new CassandraForm(), configuration)) {
            server.server().accounts().addDomain("tandem.example");
            server.server().accounts().addUser(ANNA, "secret");
            RequestCount.settle();
            measureImap(server);
            measurePop3(server);
        }

        Map<String, RequestCount.Sent> documented = documented();
        SoftAssertions softly = new SoftAssertions();
        softly.assertThat(documented.keySet()).containsExactlyElementsOf(measured.keySet());
        measured.forEach(
                (command, sent) -> {
                    RequestCount.Sent most =
                            documented.getOrDefault(
                                    command, new RequestCount.Sent(0, 0, List.of()));
                    softly.assertThat(sent.requests())
                            .as("requests of " + command + ": " + sent.queries())
                            .isLessThanOrEqualTo(withSlack(most.requests()));
                    softly.assertThat(sent.transactions())
                            .as("lightweight transactions of " + command)
                            .isLessThanOrEqualTo(most.transactions());
                });
        softly.assertAll();
    }

    /** What a listener sends may be counted a moment late. */
    private static int withSlack(int requests) {
        return requests + requests / 10 + 2;
    }

    private Folders counted() throws Exception {
        Folders folders = CassandraConf.in(home, CASSANDRA);
        Path cassandra = folders.conf().resolve("cassandra.properties");
        Files.writeString(cassandra, Files.readString(cassandra) + NO_CHANCE);
        Path driver = folders.conf().resolve("cassandra-driver.conf");
        Files.writeString(
                driver,
                Files.readString(driver)
                        + "\ndatastax-java-driver.advanced.request-tracker.class = "
                        + RequestCount.class.getName()
                        + "\n");
        return folders;
    }

    private void measureImap(RunningServer server) throws Exception {
        try (Conversation imap = Conversation.with(server.listener(Service.IMAP))) {
            imap.expect("* OK");
            command(imap, "first LOGIN", "LOGIN " + ANNA + " secret");
            say(imap, "CREATE Kept");
            append(imap);
            RequestCount.settle();
            measure("APPEND", () -> append(imap));
            for (int i = 0; i < 8; i++) {
                append(imap);
            }
            RequestCount.settle();
            command(imap, "LIST", "LIST \"\" *");
            command(imap, "STATUS", "STATUS INBOX (MESSAGES UNSEEN UIDNEXT)");
            command(imap, "first SELECT, 10 recent", "SELECT INBOX");
            command(imap, "SELECT", "SELECT INBOX");
            command(imap, "FETCH 10 FLAGS", "FETCH 1:10 (UID FLAGS)");
            command(imap, "FETCH 10 ENVELOPE", "FETCH 1:10 (ENVELOPE)");
            command(imap, "FETCH BODY[]", "FETCH 1 (BODY.PEEK[])");
            command(imap, "STORE 1", "STORE 1 +FLAGS (\\Flagged)");
            command(imap, "STORE 10", "STORE 1:10 +FLAGS (\\Answered)");
            command(imap, "SEARCH UNSEEN", "SEARCH UNSEEN");
            command(imap, "COPY 1", "COPY 1 Kept");
            command(imap, "COPY 10", "COPY 1:10 Kept");
            command(imap, "MOVE 2", "MOVE 9:10 Kept");
            say(imap, "STORE 1:4 +FLAGS (\\Deleted)");
            RequestCount.settle();
            command(imap, "EXPUNGE 4", "EXPUNGE");
            command(imap, "NOOP", "NOOP");
            say(imap, "LOGOUT");
        }
    }

    private void measurePop3(RunningServer server) throws Exception {
        try (Conversation pop3 = Conversation.with(server.listener(Service.POP3))) {
            pop3.expect("+OK");
            pop3.say("USER " + ANNA).expect("+OK");
            measure("PASS, 4 messages", () -> pop3.say("PASS secret").expect("+OK"));
            measure("STAT", () -> pop3.say("STAT").expect("+OK"));
            measure("UIDL", () -> pop3.say("UIDL").until("."::equals));
            measure("RETR", () -> pop3.say("RETR 1").until("."::equals));
            measure("TOP 1 0", () -> pop3.say("TOP 1 0").until("."::equals));
            measure("QUIT", () -> pop3.say("QUIT").expect("+OK"));
        }
    }

    private void command(Conversation imap, String label, String text) throws Exception {
        measure(label, () -> say(imap, text));
    }

    private void measure(String label, RequestCount.Action action) throws Exception {
        measured.put(label, RequestCount.during(action));
    }

    private static void say(Conversation imap, String text) throws Exception {
        List<String> answer = imap.say("a " + text).until(line -> line.startsWith("a "));
        assertThat(answer.get(answer.size() - 1)).as(text).startsWith("a OK");
    }

    private static void append(Conversation imap) throws Exception {
        String mail = "From: a@tandem.example\r\nSubject: hello\r\n\r\nbody\r\n";
        imap.say("a APPEND INBOX {" + mail.length() + "}").expect("+");
        imap.sendRaw((mail + "\r\n").getBytes(ISO_8859_1));
        assertThat(imap.until(line -> line.startsWith("a ")).toString()).contains("a OK");
    }

    private static Map<String, RequestCount.Sent> documented() throws Exception {
        Path page = ProjectFiles.root().resolve("docs/operate/cassandra-cost.md");
        Map<String, RequestCount.Sent> rows = new LinkedHashMap<>();
        for (String line : Files.readAllLines(page)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                rows.put(
                        row.group(1),
                        new RequestCount.Sent(
                                Integer.parseInt(row.group(2)),
                                Integer.parseInt(row.group(3)),
                                List.of()));
            }
        }
        return rows;
    }
}
