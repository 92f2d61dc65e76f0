package org.jamestandem.pop3.session.james;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jamestandem.kernel.activity.AfterDownload;
import org.jamestandem.kernel.activity.Visit;
import org.jamestandem.pop3.Pop3Connection;
import org.jamestandem.pop3.Pop3Server;
import org.jamestandem.pop3.TestMailbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the reader-activity ledger learns of POP3 sessions. */
class Pop3VisitsTest {
    private static Pop3Server server;

    private final TestMailbox mailbox = server.newMailbox("tandem.example");

    @BeforeAll
    static void start() throws Exception {
        server = Pop3Server.with("<tandem><state>memory</state></tandem>");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private void session(String... commands) {
        try (Pop3Connection connection = server.login(mailbox)) {
            for (String command : commands) {
                if (command.startsWith("RETR")) {
                    connection.lines(command);
                } else {
                    connection.ok(command);
                }
            }
        }
    }

    private AfterDownload afterDownload() {
        return server.habitsOf(mailbox).visits().stream()
                .map(Visit::afterDownload)
                .reduce((one, other) -> other)
                .orElseThrow();
    }

    @Test
    void aLoginIsAVisitFromTheDefaultDevice() {
        session();
        assertThat(server.habitsOf(mailbox).devices(Instant.EPOCH)).containsExactly("");
        assertThat(afterDownload()).isEqualTo(AfterDownload.UNKNOWN);
    }

    @Test
    void aWrongPasswordIsNone() {
        try (Pop3Connection connection = server.connect()) {
            connection.ok("USER " + mailbox.user());
            assertThat(connection.answer("PASS wrong")).startsWith("-ERR");
        }
        assertThat(server.habitsOf(mailbox).visits()).isEmpty();
    }

    @Test
    void whatIsDownloadedAndNotDeletedIsLeft() {
        mailbox.append("one");
        mailbox.append("two");
        session("RETR 1", "RETR 2", "DELE 1", "QUIT");
        assertThat(afterDownload()).isEqualTo(AfterDownload.LEFT);
    }

    @Test
    void whatIsDownloadedAndDeletedIsRemoved() {
        mailbox.append("one");
        mailbox.append("two");
        session("RETR 1", "DELE 1", "QUIT");
        assertThat(afterDownload()).isEqualTo(AfterDownload.REMOVED);
    }

    @Test
    void deletingWithoutDownloadSaysNothing() {
        mailbox.append("one");
        session("DELE 1", "QUIT");
        assertThat(afterDownload()).isEqualTo(AfterDownload.UNKNOWN);
    }

    @Test
    void aSessionThatBreaksOffSaysNothing() {
        mailbox.append("one");
        session("RETR 1");
        assertThat(afterDownload()).isEqualTo(AfterDownload.UNKNOWN);
    }
}
