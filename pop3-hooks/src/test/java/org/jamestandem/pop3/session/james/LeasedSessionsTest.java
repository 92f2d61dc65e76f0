package org.jamestandem.pop3.session.james;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.jamestandem.pop3.Pop3Connection;
import org.jamestandem.pop3.Pop3Server;
import org.jamestandem.pop3.TestMailbox;
import org.jamestandem.pop3.maildrop.Lease;
import org.jamestandem.pop3.maildrop.Leases;
import org.jamestandem.pop3.maildrop.MaildropState;
import org.jamestandem.pop3.maildrop.memory.MemoryMaildropState;
import org.jamestandem.pop3.reader.Reader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** RFC 2449 §8.1: a policy that has a reader wait. */
class LeasedSessionsTest {
    private static final String SETTINGS =
            """
            <tandem>
              <state>memory</state>
              <pop3>
                <domain name="one.example">
                  <policy><concurrent-sessions>refuse</concurrent-sessions></policy>
                </domain>
                <domain name="slow.example">
                  <policy><login-delay>60s</login-delay></policy>
                </domain>
              </pop3>
            </tandem>
            """;

    private static Pop3Server server;

    @BeforeAll
    static void start() throws Exception {
        server = Pop3Server.with(SETTINGS, MemoryMaildropState.create());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aSecondSessionIsRefusedUntilTheFirstHasQuit() {
        TestMailbox mailbox = server.newMailbox("one.example");
        try (Pop3Connection first = server.login(mailbox)) {
            assertThat(tryTo(server, mailbox)).startsWith("-ERR [IN-USE] ");
            first.ok("QUIT");
            assertThat(tryTo(server, mailbox)).startsWith("+OK ");
        }
    }

    @Test
    void aLostConnectionGivesItsMaildropBack() {
        TestMailbox mailbox = server.newMailbox("one.example");
        server.login(mailbox).close();
        Awaitility.await().until(() -> tryTo(server, mailbox).startsWith("+OK"));
    }

    @Test
    void anotherUserIsNotTouched() {
        try (Pop3Connection first = server.login(server.newMailbox("one.example"));
                Pop3Connection second = server.login(server.newMailbox("one.example"))) {
            first.ok("STAT");
            second.ok("STAT");
        }
    }

    @Test
    void aSecondLoginComesTooSoon() {
        TestMailbox mailbox = server.newMailbox("slow.example");
        server.login(mailbox).close();
        assertThat(tryTo(server, mailbox)).startsWith("-ERR [LOGIN-DELAY] ");
    }

    @Test
    void theDelayIsAnnouncedBeforeAndAfterLogin() {
        try (Pop3Connection connection = server.connect()) {
            assertThat(connection.lines("CAPA")).contains("LOGIN-DELAY 60 USER");
        }
        try (Pop3Connection connection = server.login(server.newMailbox("slow.example"))) {
            assertThat(connection.lines("CAPA")).contains("LOGIN-DELAY 60");
        }
        try (Pop3Connection connection = server.login(server.newMailbox("one.example"))) {
            assertThat(connection.lines("CAPA")).noneMatch(line -> line.startsWith("LOGIN-DELAY"));
        }
    }

    @Test
    void whereLeasesCannotBeAskedTheLoginFailsForNow() throws Exception {
        MaildropState memory = MemoryMaildropState.create();
        MaildropState broken =
                new MaildropState(
                        memory.hidden(),
                        memory.taken(),
                        memory.aliases(),
                        memory.intents(),
                        memory.folders(),
                        new NoLeases(),
                        false);
        try (Pop3Server trouble = Pop3Server.with(SETTINGS, broken)) {
            assertThat(tryTo(trouble, trouble.newMailbox("one.example")))
                    .startsWith("-ERR [SYS/TEMP] ");
            assertThat(tryTo(trouble, trouble.newMailbox("slow.example")))
                    .startsWith("-ERR [SYS/TEMP] ");
            assertThat(tryTo(trouble, trouble.newMailbox("else.example"))).startsWith("+OK ");
        }
    }

    private static String tryTo(Pop3Server server, TestMailbox mailbox) {
        try (Pop3Connection connection = server.connect()) {
            connection.ok("USER " + mailbox.user());
            String answer = connection.answer("PASS secret");
            connection.answer("QUIT");
            return answer;
        }
    }

    private static final class NoLeases implements Leases {
        @Override
        public Mono<Boolean> take(Lease lease, Duration time) {
            return Mono.error(new IllegalStateException("no quorum"));
        }

        @Override
        public Mono<Void> release(Lease lease) {
            return Mono.error(new IllegalStateException("no quorum"));
        }

        @Override
        public Mono<Void> forget(Reader reader) {
            return Mono.error(new IllegalStateException("no quorum"));
        }
    }
}
