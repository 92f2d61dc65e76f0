package org.jamestandem.acceptance.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.jamestandem.testkit.james.Tandem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** CVE-2024-37358: what James 3.8.1 would buffer for anybody. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImapFloodTest {
    private Tandem tandem;

    @BeforeAll
    void start() {
        tandem = Tandem.embedded().start();
    }

    @AfterAll
    void stop() {
        if (tandem != null) {
            tandem.close();
        }
    }

    @Test
    void strangerIsHungUpOnBeforeALongLiteral() throws Exception {
        try (Client client = connected()) {
            assertThat(client.ask("a LOGIN {40000000}")).startsWith("* BYE [LIMIT]");
            assertThatThrownBy(client::read).isInstanceOf(IOException.class);
        }
    }

    @Test
    void strangerIsHungUpOnInTlsToo() throws Exception {
        try (Client client = Client.secure(tandem.port("imaps"), tandem.trust(), "localhost")) {
            client.read();
            assertThat(client.ask("a LOGIN {40000000+}")).startsWith("* BYE [LIMIT]");
        }
    }

    @Test
    void strangersFloodOfLiteralsEndsSoon() throws Exception {
        try (Client client = connected()) {
            client.sendUntilClosed("a LOGIN ", "{4000+}\r\n" + "x".repeat(4000));
        }
        assertThatOthersAreServed();
    }

    @Test
    void nestingEndsTheConnectionNotTheServer() throws Exception {
        try (Client client = connected()) {
            assertThat(client.ask("a SEARCH " + "(".repeat(5000))).startsWith("* BYE [LIMIT]");
        }
        assertThatOthersAreServed();
    }

    @Test
    void userMayAddALongMessageButNotNameALongMailbox() throws Exception {
        String login =
                "LOGIN anna@tandem.example " + tandem.ready().at("/accounts/0/password").asText();
        try (Client client = connected()) {
            client.imap(login);
            assertThat(client.ask("b APPEND INBOX {3000000}")).startsWith("+");
            client.send("Subject: long\r\n\r\n" + "x".repeat(3_000_000 - 17));
            assertThat(client.readTo(line -> line.startsWith("b ")))
                    .last()
                    .asString()
                    .startsWith("b OK");
            assertThat(client.ask("c SELECT {3000000}")).startsWith("* BYE [LIMIT]");
        }
    }

    private void assertThatOthersAreServed() throws Exception {
        try (Client client = connected()) {
            assertThat(client.imap("NOOP")).last().asString().startsWith("a1 OK");
        }
    }

    private Client connected() throws IOException {
        Client client = Client.plain(tandem.port("imap"));
        assertThat(client.read()).startsWith("* OK");
        return client;
    }
}
