package org.jamestandem.acceptance.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jamestandem.testkit.james.Ended;
import org.jamestandem.testkit.james.James;
import org.jamestandem.testkit.james.Tandem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One machine that keeps its mail, with its children as real processes. */
@Tag("full")
class LocalFormTest {
    private static final String ANNA = "anna@tandem.example";
    private static final String PASSWORD = "secret";
    private static final List<String> SENT =
            IntStream.range(0, 10).mapToObj(i -> "sent " + i).toList();
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir private Path data;
    @TempDir private Path backup;

    @Test
    void acceptedMailSurvivesAKillAndAStopAndChildrenEndWithTheServer() throws Exception {
        List<Long> children;
        try (Tandem killed = local().start()) {
            assertThat(killed.log()).contains("memory at most: Cassandra ");
            killed.webAdmin().addUser(ANNA, PASSWORD);
            append(killed, "appended");
            children = children();
            assertThat(children).allMatch(LocalFormTest::isAlive);
            assertThat(megabytes(killed, children)).isLessThan(3 * 1024);
            assertASecondServerIsRefused();
            send(killed);
            killed.kill();
        }
        assertEnded(children);

        try (Tandem stopped = local().start()) {
            assertEverythingArrives(stopped);
            children = children();
            assertThat(stopped.terminate().exitCode()).isZero();
        }
        assertEnded(children);

        try (Tandem restored = on(copyOfTheData()).start()) {
            assertEverythingArrives(restored);
        }
    }

    /** As docs/operate/local.md says to make a backup, and to restore it in another place. */
    private Path copyOfTheData() throws IOException {
        Path copy = backup.resolve("data");
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(data.relativize(file).toString()));
            }
        }
        return copy;
    }

    /** What was being delivered when the server was killed may come twice. */
    private static void assertEverythingArrives(Tandem tandem) {
        await("mail")
                .atMost(PATIENCE)
                .untilAsserted(
                        () -> {
                            assertThat(subjects(tandem)).contains("appended").containsAll(SENT);
                            assertThat(subjects(tandem)).containsOnlyOnce("appended");
                        });
    }

    /** Of the server and its children. */
    private static long megabytes(Tandem tandem, List<Long> children) throws IOException {
        long kilobytes = residentKilobytes(tandem.process().pid());
        for (long child : children) {
            kilobytes += residentKilobytes(child);
        }
        return kilobytes / 1024;
    }

    private static long residentKilobytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    private Tandem.Builder local() {
        return on(data);
    }

    private static Tandem.Builder on(Path data) {
        return Tandem.local().options("--data", data.toString());
    }

    private void assertASecondServerIsRefused() {
        Ended ended = local().startExpectingEnd();
        assertThat(ended.exitCode()).isEqualTo(6);
        assertThat(ended.err()).contains("another server is using the data folder");
    }

    private List<Long> children() throws IOException {
        List<Long> pids = new ArrayList<>();
        for (String name : List.of("cassandra")) {
            String pid = Files.readString(data.resolve("logs").resolve(name + ".pid"));
            pids.add(Long.parseLong(pid.strip()));
        }
        return pids;
    }

    private static void assertEnded(List<Long> children) {
        await("end of the children")
                .atMost(PATIENCE)
                .until(() -> children.stream().noneMatch(LocalFormTest::isAlive));
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }

    private static void append(James james, String subject) throws MessagingException {
        try (Store store = connected(james)) {
            Message message = message(Session.getInstance(new Properties()), subject);
            store.getFolder("INBOX").appendMessages(new Message[] {message});
        }
    }

    private static void send(James james) throws MessagingException {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", james.host());
        properties.setProperty("mail.smtp.port", Integer.toString(james.port(James.Listener.SMTP)));
        for (String subject : SENT) {
            MimeMessage message = message(Session.getInstance(properties), subject);
            Transport.send(message, InternetAddress.parse(ANNA));
        }
    }

    private static MimeMessage message(Session session, String subject) throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom("a@elsewhere.example");
        message.setSubject(subject);
        message.setText("hello");
        return message;
    }

    private static List<String> subjects(James james) throws MessagingException {
        try (Store store = connected(james);
                Folder inbox = store.getFolder("INBOX")) {
            inbox.open(Folder.READ_ONLY);
            List<String> subjects = new ArrayList<>();
            for (Message message : inbox.getMessages()) {
                subjects.add(message.getSubject());
            }
            return subjects;
        }
    }

    private static Store connected(James james) throws MessagingException {
        Store store = Session.getInstance(new Properties()).getStore("imap");
        store.connect(james.host(), james.port(James.Listener.IMAP), ANNA, PASSWORD);
        return store;
    }
}
