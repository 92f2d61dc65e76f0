package org.jamestandem.acceptance.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jamestandem.testkit.james.Ended;
import org.jamestandem.testkit.james.James;
import org.jamestandem.testkit.james.Tandem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One machine that keeps its mail, with its children as real processes. */
class LocalFormTest {
    private static final String ANNA = "anna@tandem.example";
    private static final String PASSWORD = "secret";
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir private Path data;

    @Test
    void mailSurvivesAKilledServerWhoseChildrenEndWithIt() throws Exception {
        List<Long> children;
        try (Tandem first = local().start()) {
            assertThat(first.log()).contains("memory at most: Cassandra ");
            first.webAdmin().addUser(ANNA, PASSWORD);
            append(first, "kept");
            children = children();
            assertThat(children).allMatch(LocalFormTest::isAlive);
            assertASecondServerIsRefused();
            first.kill();
        }
        assertEnded(children);

        try (Tandem second = local().start()) {
            assertThat(subjects(second)).containsExactly("kept");
            children = children();
            assertThat(second.terminate().exitCode()).isZero();
        }
        assertEnded(children);
    }

    private Tandem.Builder local() {
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
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
            message.setSubject(subject);
            message.setText("hello");
            store.getFolder("INBOX").appendMessages(new Message[] {message});
        }
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
