package org.jamestandem.imap.interop.james;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jamestandem.imap.ImapConnection;
import org.jamestandem.imap.InProcessImap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class IdleTest {
    private static final AtomicInteger USERS = new AtomicInteger();
    private static InProcessImap server;

    private ImapConnection idler;
    private ImapConnection other;

    @BeforeAll
    static void start() throws Exception {
        server = InProcessImap.tandem();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void connect() throws Exception {
        String user = "idler" + USERS.incrementAndGet();
        idler = server.login(user);
        other = server.login(user);
        for (int i = 1; i <= 3; i++) {
            other.append("INBOX", "", "Subject: " + i + "\n\nbody\n");
        }
        other.ok("SELECT INBOX");
        idler.ok("SELECT INBOX");
    }

    @AfterEach
    void disconnect() throws Exception {
        idler.close();
        other.close();
    }

    @Test
    void idlingSessionHearsOfFlagsAtOnce() throws Exception {
        idle();
        other.ok("STORE 2 +FLAGS.SILENT (\\Flagged)");

        assertThat(idler.line()).startsWith("* 2 FETCH (FLAGS (").contains("\\Flagged");
        assertThat(done()).isEmpty();
    }

    @Test
    void idlingSessionHearsOfNewMessagesAndRemovals() throws Exception {
        idle();
        other.append("INBOX", "", "Subject: 4\n\nbody\n");
        assertThat(idler.until("* 4 EXISTS")).isNotEmpty();

        other.ok("STORE 1 +FLAGS.SILENT (\\Deleted)");
        assertThat(idler.until("* 1 FETCH")).last().asString().contains("\\Deleted");
        other.ok("EXPUNGE");
        assertThat(idler.until("* 1 EXPUNGE")).isNotEmpty();
        done();
    }

    @Test
    void newKeywordIsIntroducedBeforeItIsUsed() throws Exception {
        idle();
        other.ok("STORE 3 +FLAGS.SILENT (holiday)");

        assertThat(idler.until("* 3 FETCH"))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("* FLAGS (").contains("holiday"),
                        line -> assertThat(line).startsWith("* OK [PERMANENTFLAGS"),
                        line -> assertThat(line).contains("holiday"));
        done();
    }

    @Test
    void whatHappenedBeforeIsToldAtOnce() throws Exception {
        other.ok("STORE 1 +FLAGS.SILENT (\\Answered)");
        idle();

        assertThat(idler.line()).startsWith("* 1 FETCH");
        done();
    }

    @Test
    void commandsWorkAsUsualAfterwards() throws Exception {
        idle();
        done();
        other.ok("STORE 1 +FLAGS.SILENT (\\Answered)");

        assertThat(idler.ok("NOOP")).singleElement().asString().startsWith("* 1 FETCH");
        idle();
        other.ok("STORE 1 -FLAGS.SILENT (\\Answered)");
        assertThat(idler.line()).startsWith("* 1 FETCH");
        done();
    }

    @Test
    void anythingButDoneIsBad() throws Exception {
        idle();
        idler.write("FINISHED\r\n");

        assertThat(idler.line()).startsWith("i BAD IDLE");
        idler.ok("NOOP");
    }

    @Test
    void idleWithoutAMailboxWaitsToo() throws Exception {
        idler.ok("UNSELECT");
        idle();

        assertThat(done()).isEmpty();
    }

    @RepeatedTest(5)
    void everyChangeIsHeardHoweverFastTheyCome() throws Exception {
        int changes = 40;
        idle();
        StringBuilder commands = new StringBuilder();
        for (int i = 0; i < changes; i++) {
            commands.append(
                    "x%d STORE 1:3 %sFLAGS.SILENT (\\Seen k%d)\r\n"
                            .formatted(i, i % 2 == 0 ? "+" : "-", i / 2));
        }
        other.write(commands.append("last STORE 2 +FLAGS.SILENT (end)\r\n").toString());

        String heard = "";
        while (!heard.startsWith("* 2 FETCH") || !heard.matches(".*[( ]end[ )].*")) {
            heard = idler.line();
        }
        assertThat(heard).doesNotContain("\\Seen").doesNotContain(" k");
        done();
    }

    /** When this fails, James has mended its IDLE, and ours can go. */
    @Test
    void stockJamesNeverTellsOfTheFlags() throws Exception {
        try (InProcessImap stock = InProcessImap.stock();
                ImapConnection listener = stock.login("anna");
                ImapConnection writer = stock.login("anna")) {
            writer.append("INBOX", "", "Subject: 1\n\nbody\n");
            writer.ok("SELECT INBOX");
            listener.ok("SELECT INBOX");
            listener.write("i IDLE\r\n");
            listener.until("+");
            writer.ok("STORE 1 +FLAGS.SILENT (\\Flagged)");
            writer.append("INBOX", "", "Subject: 2\n\nbody\n");
            List<String> heard = new ArrayList<>(listener.until("* 2 EXISTS"));
            listener.write("DONE\r\n");
            heard.addAll(listener.until("i OK"));
            heard.addAll(listener.ok("NOOP"));

            assertThat(heard).noneMatch(line -> line.contains("FETCH"));
        }
    }

    private void idle() throws Exception {
        idler.write("i IDLE\r\n");
        assertThat(idler.line()).startsWith("+ ");
    }

    private List<String> done() throws Exception {
        idler.write("DONE\r\n");
        List<String> lines = idler.until("i ");
        assertThat(lines).last().asString().startsWith("i OK IDLE");
        return lines.subList(0, lines.size() - 1);
    }
}
