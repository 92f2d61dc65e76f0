package org.jamestandem.acceptance.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.awaitility.Awaitility;
import org.jamestandem.testkit.james.Tandem;
import org.junit.jupiter.api.Test;

/** A script of bob's files what LMTP brings into a mailbox of anna's, as long as he may. */
class SieveIntoSharedMailboxTest {
    private static final String SCRIPT = "require \"fileinto\"; fileinto \"#user.anna.Team\";";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void mailArrivesWhereTheScriptMayPostAndElseInTheInbox() throws Exception {
        try (Tandem tandem = Tandem.embedded().start();
                Client anna = imap(tandem, "anna");
                Client bob = imap(tandem, "bob")) {
            anna.imap("CREATE Team");
            anna.imap("SETACL Team bob lp");
            activate(tandem);
            int before = messages(bob, "INBOX");

            deliver(tandem);
            Awaitility.await()
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(messages(anna, "Team")).isEqualTo(1));
            anna.imap("SETACL Team bob l");
            deliver(tandem);

            Awaitility.await()
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(messages(bob, "INBOX")).isEqualTo(before + 1));
            assertThat(messages(anna, "Team")).isEqualTo(1);
        }
    }

    private static Client imap(Tandem tandem, String user) throws IOException {
        Client client = Client.plain(tandem.port("imap"));
        client.read();
        client.imap("LOGIN " + user + "@tandem.example " + password(tandem));
        return client;
    }

    private static void activate(Tandem tandem) throws IOException {
        byte[] login =
                ("\0bob@tandem.example\0" + password(tandem)).getBytes(StandardCharsets.UTF_8);
        try (Client client = Client.plain(tandem.port("managesieve"))) {
            client.readTo(line -> line.startsWith("OK"));
            client.ask(
                    "AUTHENTICATE \"PLAIN\" \"" + Base64.getEncoder().encodeToString(login) + "\"");
            assertThat(client.ask("PUTSCRIPT \"s\" {" + SCRIPT.length() + "+}\r\n" + SCRIPT))
                    .startsWith("OK");
            assertThat(client.ask("SETACTIVE \"s\"")).startsWith("OK");
        }
    }

    private static void deliver(Tandem tandem) throws IOException {
        try (Client lmtp = Client.plain(tandem.port("lmtp"))) {
            lmtp.read();
            lmtp.smtp("LHLO localhost");
            lmtp.smtp("MAIL FROM:<carol@tandem.example>");
            assertThat(lmtp.smtp("RCPT TO:<bob@tandem.example>")).startsWith("250");
            lmtp.smtp("DATA");
            assertThat(lmtp.smtp("Subject: filed\r\n\r\nText\r\n.")).startsWith("250");
        }
    }

    private static int messages(Client client, String mailbox) throws IOException {
        String status = client.imap("STATUS " + mailbox + " (MESSAGES)").get(0);
        return Integer.parseInt(status.replaceFirst(".*\\(MESSAGES (\\d+)\\)", "$1"));
    }

    private static String password(Tandem tandem) {
        return tandem.ready().path("accounts").get(0).path("password").asText();
    }
}
