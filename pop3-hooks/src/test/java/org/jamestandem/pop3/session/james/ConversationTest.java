package org.jamestandem.pop3.session.james;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.jamestandem.pop3.Pop3Connection;
import org.jamestandem.pop3.Pop3Server;
import org.jamestandem.pop3.TestMailbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How connections share a server that has one I/O thread. */
class ConversationTest {
    private static Pop3Server server;

    @BeforeAll
    static void start() throws Exception {
        server =
                Pop3Server.with(
                        """
                        <tandem>
                          <state>memory</state>
                          <pop3><failed-login-delay>5s</failed-login-delay></pop3>
                        </tandem>
                        """);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aLoginThatWaitsHoldsUpNobodyElse() {
        TestMailbox mailbox = server.newMailbox("example.org");
        try (Pop3Connection slow = server.connect()) {
            slow.ok("USER " + mailbox.user());
            slow.send("PASS wrong", "USER " + mailbox.user());
            for (int i = 0; i < 3; i++) {
                try (Pop3Connection connection = server.login(mailbox)) {
                    connection.ok("STAT");
                }
            }
            assertThat(slow.hasLine()).isFalse();
            assertThat(slow.line()).startsWith("-ERR [AUTH] ");
            assertThat(slow.line()).startsWith("+OK ");
        }
    }

    @Test
    void commandsSentAtOnceAreAnsweredInOrder() {
        TestMailbox mailbox = server.newMailbox("example.org");
        IntStream.range(0, 300).forEach(i -> mailbox.append("message " + i));
        try (Pop3Connection connection = server.login(mailbox)) {
            connection.send(
                    IntStream.rangeClosed(1, 300)
                            .boxed()
                            .flatMap(i -> List.of("RETR " + i, "NOOP", "TOP " + i + " 0").stream())
                            .toArray(String[]::new));
            for (int i = 0; i < 300; i++) {
                connection.line();
                assertThat(connection.restOfAnswer()).contains("Subject: message " + i);
                assertThat(connection.line()).isEqualTo("+OK nothing done");
                connection.line();
                assertThat(connection.restOfAnswer()).containsExactly("Subject: message " + i, "");
            }
        }
    }

    @Test
    void nothingIsAnsweredAfterQuit() {
        TestMailbox mailbox = server.newMailbox("example.org");
        mailbox.append("one");
        try (Pop3Connection connection = server.login(mailbox)) {
            connection.send("RETR 1", "QUIT", "STAT", "RETR 1");
            connection.line();
            connection.restOfAnswer();
            assertThat(connection.line()).isEqualTo("+OK bye");
            assertThat(connection.line()).isNull();
        }
    }

    @Test
    void tooManyFailuresEndTheConnection() throws Exception {
        try (Pop3Server hasty =
                        Pop3Server.with(
                                "<tandem><state>memory</state><pop3><failed-login-delay>0s"
                                        + "</failed-login-delay></pop3></tandem>");
                Pop3Connection connection = hasty.connect()) {
            for (int i = 0; i < 5; i++) {
                connection.ok("USER anna@example.org");
                assertThat(connection.answer("PASS wrong")).startsWith("-ERR [AUTH] ");
            }
            assertThat(connection.line()).isNull();
        }
    }

    @Test
    void noPasswordCrossesAnOpenConnectionWhereTlsIsRequired() throws Exception {
        try (Pop3Server strict =
                        Pop3Server.with(
                                "<tandem><state>memory</state><pop3><plain-text-login>refuse"
                                        + "</plain-text-login></pop3></tandem>");
                Pop3Connection connection = strict.connect()) {
            assertThat(connection.answer("USER anna@example.org")).startsWith("-ERR ");
            assertThat(connection.answer("AUTH PLAIN")).startsWith("-ERR ");
            assertThat(connection.lines("CAPA"))
                    .doesNotContain("USER")
                    .noneMatch(line -> line.startsWith("SASL"));
        }
    }
}
