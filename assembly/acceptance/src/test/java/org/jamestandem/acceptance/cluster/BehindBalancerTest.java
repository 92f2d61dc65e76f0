package org.jamestandem.acceptance.cluster;

import java.io.IOException;
import org.awaitility.Awaitility;
import org.jamestandem.testkit.james.James.Listener;
import org.jamestandem.testkit.james.Tandem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A server that is told to stand behind a balancer; the same in every form. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BehindBalancerTest {
    private static final String HEADER = "PROXY TCP4 192.0.2.7 127.0.0.1 4711 25";

    private Tandem tandem;

    @BeforeAll
    void start() {
        tandem = Tandem.embedded().options("--proxy-protocol", "--no-samples").start();
    }

    @AfterAll
    void stop() {
        if (tandem != null) {
            tandem.close();
        }
    }

    @Test
    void addressOfTheClientIsTheOneTheBalancerNames() throws Exception {
        try (MailClient smtp = connected(Listener.SMTP)) {
            smtp.readTo("220");
            smtp.say("HELO client.example", "250");
            Awaitility.await().until(() -> tandem.log().contains("192.0.2.7"));
        }
    }

    @Test
    void passwordsAreNotTakenInTheClear() throws Exception {
        try (MailClient imap = connected(Listener.IMAP)) {
            imap.readTo("* OK");
            imap.say("a LOGIN anna secret", "a NO");
        }
        try (MailClient pop3 = connected(Listener.POP3)) {
            pop3.readTo("+OK");
            pop3.say("USER anna", "-ERR");
        }
    }

    @Test
    void startTlsIsAnsweredInTheClearAndThenEncrypted() throws Exception {
        try (MailClient submission = MailClient.plain(tandem.port("submission"))) {
            submission.send(HEADER);
            submission.readTo("220");
            submission.say("HELO client.example", "250");
            submission.say("STARTTLS", "220");
            submission.startTls(tandem.trust());
            submission.say("HELO client.example", "250");
        }
    }

    private MailClient connected(Listener listener) throws IOException {
        MailClient client = MailClient.plain(tandem.port(listener));
        client.send(HEADER);
        return client;
    }
}
