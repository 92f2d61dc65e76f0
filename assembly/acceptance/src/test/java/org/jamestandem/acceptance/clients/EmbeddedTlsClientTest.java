package org.jamestandem.acceptance.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import java.nio.file.Path;
import java.util.List;
import org.jamestandem.testkit.clients.AfterRetrieval;
import org.jamestandem.testkit.clients.Curl;
import org.jamestandem.testkit.clients.MailboxSync;
import org.jamestandem.testkit.clients.Pop3Poller;
import org.jamestandem.testkit.clients.ServerLogin;
import org.jamestandem.testkit.james.James.Listener;
import org.jamestandem.testkit.james.Tandem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Real clients over TLS, with the authority that the distribution made and nothing else to trust.
 */
class EmbeddedTlsClientTest {
    private static final String USER = "tls%d@tandem.example";
    private static final String PASSWORD = "secret";

    private static Tandem tandem;
    private static int users;

    @TempDir Path home;

    private ServerLogin plain;
    private Path authority;

    @BeforeAll
    static void start() {
        tandem = Tandem.embedded().options("--no-samples").start();
    }

    @AfterAll
    static void stop() {
        if (tandem != null) {
            tandem.close();
        }
    }

    @BeforeEach
    void newReader() {
        users++;
        tandem.webAdmin().addUser(USER.formatted(users), PASSWORD);
        plain =
                ServerLogin.plain(
                        tandem.host(), tandem.port(Listener.IMAP), USER.formatted(users), PASSWORD);
        authority = Path.of(tandem.ready().path("tls").path("certificate").asText());
    }

    @ParameterizedTest
    @EnumSource
    void pop3ClientsFetchOverTls(Pop3Program program) throws MessagingException {
        new Mailboxes(plain).add("INBOX", "first");
        Pop3Poller client = program.install(home, tls("pop3s"), AfterRetrieval.LEAVE);

        client.poll().requireSuccess();

        assertThat(client.delivered().subjects()).containsExactly("first");
    }

    @ParameterizedTest
    @EnumSource
    void imapClientsSynchroniseOverTls(ImapProgram program) throws MessagingException {
        new Mailboxes(plain).add("INBOX", "first");
        MailboxSync client = program.install(home, tls("imaps"));

        client.sync().requireSuccess();

        assertThat(client.local("INBOX").subjects()).containsExactly("first");
    }

    @Test
    void curlSubmitsAndReadsOverTls() {
        Curl curl = new Curl(home);
        String message = "From: %s\nSubject: over TLS\n\nHello\n".formatted(plain.user());

        curl.submit(tls("submissions"), List.of(plain.user()), message).requireSuccess();

        await().untilAsserted(
                        () ->
                                assertThat(
                                                curl.fetch(
                                                                "imap",
                                                                tls("imaps"),
                                                                "INBOX;MAILINDEX=1")
                                                        .requireSuccess()
                                                        .output())
                                        .contains("Subject: over TLS"));
    }

    private ServerLogin tls(String listener) {
        return plain.withTls("localhost", tandem.port(listener), authority);
    }
}
