package org.jamestandem.acceptance.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jamestandem.testkit.james.Tandem;
import org.jamestandem.testkit.james.WebAdmin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stranger finds behind {@code tandem run --ready-file F}, as it ships. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedFormTest {
    private static final Map<String, String> GREETINGS =
            Map.of(
                    "imap",
                    "* OK",
                    "pop3",
                    "+OK",
                    "smtp",
                    "220 ",
                    "submission",
                    "220 ",
                    "lmtp",
                    "220 ");

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
    void readyFileHasEveryServiceAndNothingElse() {
        assertThat(tandem.ready().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "pid",
                        "imap",
                        "imaps",
                        "pop3",
                        "pop3s",
                        "smtp",
                        "submission",
                        "submissions",
                        "lmtp",
                        "managesieve",
                        "webadmin",
                        "tls",
                        "accounts");
    }

    @Test
    void readyFileIsForItsOwnerOnly() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(tandem.readyFile())))
                .isEqualTo("rw-------");
    }

    @Test
    void accountsShareAPasswordAndNameTheirPop3Policy() {
        JsonNode accounts = tandem.ready().path("accounts");
        assertThat(accounts.findValuesAsText("user"))
                .containsExactly(
                        "anna@tandem.example", "bob@tandem.example", "carol@tandem.example");
        assertThat(accounts.findValuesAsText("pop3")).containsExactly("hide", "classic", "classic");
        assertThat(accounts.findValuesAsText("password")).containsOnly(password());
    }

    @ParameterizedTest
    @ValueSource(strings = {"imap", "pop3", "smtp", "submission", "lmtp"})
    void plainListenerGreets(String service) throws Exception {
        try (Client client = Client.plain(tandem.port(service))) {
            assertThat(client.read()).startsWith(GREETINGS.get(service));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "imaps, * OK, localhost",
        "imaps, * OK, 127.0.0.1",
        "pop3s, +OK, localhost",
        "submissions, 220, localhost"
    })
    void tlsListenerPresentsACertificateOfTheAuthority(String service, String greeting, String host)
            throws Exception {
        try (Client client = Client.secure(tandem.port(service), tandem.trust(), host)) {
            assertThat(client.read()).startsWith(greeting);
        }
    }

    @Test
    void imapGoesOnInTls() throws Exception {
        try (Client client = Client.plain(tandem.port("imap"))) {
            client.read();
            assertThat(client.imap("STARTTLS")).last().asString().startsWith("a1 OK");
            client.startTls(tandem.trust(), "localhost");
            assertThat(client.imap(login("anna"))).last().asString().startsWith("a1 OK");
        }
    }

    @Test
    void pop3GoesOnInTls() throws Exception {
        try (Client client = Client.plain(tandem.port("pop3"))) {
            client.read();
            assertThat(client.ask("STLS")).startsWith("+OK");
            client.startTls(tandem.trust(), "localhost");
            client.ask("USER bob@tandem.example");
            assertThat(client.ask("PASS " + password())).startsWith("+OK");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"smtp", "submission"})
    void smtpGoesOnInTls(String service) throws Exception {
        try (Client client = Client.plain(tandem.port(service))) {
            client.read();
            client.smtp("EHLO client.example");
            assertThat(client.smtp("STARTTLS")).startsWith("220");
            client.startTls(tandem.trust(), "localhost");
            assertThat(client.smtp("EHLO client.example")).startsWith("250");
        }
    }

    @Test
    void manageSieveGoesOnInTlsAndTakesAScript() throws Exception {
        try (Client client = Client.plain(tandem.port("managesieve"))) {
            assertThat(client.readTo(EmbeddedFormTest::isSieveAnswer)).contains("\"STARTTLS\"");
            client.ask("STARTTLS", EmbeddedFormTest::isSieveAnswer);
            client.startTls(tandem.trust(), "localhost");
            assertThat(client.readTo(EmbeddedFormTest::isSieveAnswer))
                    .anyMatch(line -> line.startsWith("\"SIEVE\""))
                    .doesNotContain("\"STARTTLS\"");
            String login = "AUTHENTICATE \"PLAIN\" \"" + plain("bob@tandem.example") + "\"";
            assertThat(client.ask(login)).startsWith("OK");
            assertThat(client.ask("PUTSCRIPT \"mine\" {5+}\r\nkeep;")).startsWith("OK");
            assertThat(client.ask("LISTSCRIPTS", EmbeddedFormTest::isSieveAnswer))
                    .anyMatch(line -> line.contains("\"mine\""));
        }
    }

    @Test
    void webadminWantsTheToken() {
        WebAdmin stranger = WebAdmin.open(tandem.webAdmin().base());
        WebAdmin guesser = WebAdmin.withToken(tandem.webAdmin().base(), "guess");
        for (String path : List.of("/users", "/domains", "/tasks")) {
            assertThat(stranger.call("GET", path, "").statusCode()).as(path).isEqualTo(401);
            assertThat(guesser.call("GET", path, "").statusCode()).as(path).isEqualTo(401);
            assertThat(tandem.webAdmin().call("GET", path, "").statusCode())
                    .as(path)
                    .isEqualTo(200);
        }
    }

    @Test
    void metricsAreThereForPrometheusWithoutAToken() {
        WebAdmin stranger = WebAdmin.open(tandem.webAdmin().base());
        HttpResponse<String> metrics = stranger.call("GET", "/metrics", "");

        assertThat(metrics.statusCode()).isEqualTo(200);
        assertThat(metrics.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/plain; version=0.0.4");
        assertThat(metrics.body()).contains("# TYPE ").contains("jvm_");
    }

    @Test
    void toolsFindTheTokenInTheDataFolder() throws Exception {
        assertThat(tandem.data().resolve("webadmin.json"))
                .content()
                .contains(tandem.ready().path("webadmin").path("token").asText())
                .contains(tandem.ready().path("webadmin").path("url").asText());
    }

    @Test
    void strangersCannotRelay() throws Exception {
        try (Client client = Client.plain(tandem.port("smtp"))) {
            client.read();
            client.smtp("EHLO client.example");
            client.smtp("MAIL FROM:<x@elsewhere.example>");
            assertThat(client.smtp("RCPT TO:<y@elsewhere.example>")).startsWith("550 5.7.1");
            assertThat(client.smtp("RCPT TO:<nobody@tandem.example>")).startsWith("550");
            assertThat(client.smtp("RCPT TO:<bob@tandem.example>")).startsWith("250");
        }
    }

    @Test
    void nobodyLogsInWhereOtherServersDeliver() throws Exception {
        try (Client client = Client.plain(tandem.port("smtp"))) {
            client.read();
            assertThat(client.smtp("EHLO client.example")).doesNotContain("AUTH");
            assertThat(client.smtp("AUTH PLAIN " + plain("bob@tandem.example")))
                    .doesNotStartWith("235");
            client.smtp("MAIL FROM:<bob@tandem.example>");
            assertThat(client.smtp("RCPT TO:<y@elsewhere.example>")).startsWith("550 5.7.1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"submission", "submissions"})
    void submissionWantsALogin(String service) throws Exception {
        try (Client client = connected(service)) {
            client.read();
            client.smtp("EHLO client.example");
            assertThat(client.smtp("MAIL FROM:<bob@tandem.example>")).startsWith("530");
            assertThat(client.smtp("AUTH PLAIN " + plain("bob@tandem.example"))).startsWith("235");
            assertThat(client.smtp("MAIL FROM:<anna@tandem.example>")).startsWith("503");
            assertThat(client.smtp("MAIL FROM:<bob@tandem.example>")).startsWith("250");
            assertThat(client.smtp("RCPT TO:<y@elsewhere.example>")).startsWith("250");
        }
    }

    @Test
    void lmtpDoesNotRelayEither() throws Exception {
        try (Client client = Client.plain(tandem.port("lmtp"))) {
            client.read();
            client.smtp("LHLO client.example");
            client.smtp("MAIL FROM:<x@elsewhere.example>");
            assertThat(client.smtp("RCPT TO:<y@elsewhere.example>")).startsWith("5");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna", "bob", "carol"})
    void samplesAreThereForEveryClient(String name) throws Exception {
        int offered = stat(name);
        assertThat(offered).isGreaterThan(3);
        try (Client client = Client.plain(tandem.port("imap"))) {
            client.read();
            client.imap(login(name));
            assertThat(client.imap("EXAMINE INBOX")).contains("* " + offered + " EXISTS");
            assertThat(client.imap("SEARCH SUBJECT \"welcome to tandem\""))
                    .anyMatch(line -> line.matches("\\* SEARCH \\d+"));
            assertThat(client.imap("SEARCH SUBJECT \"[SPAM] You have WON\""))
                    .anyMatch(line -> line.matches("\\* SEARCH \\d+"));
        }
    }

    @Test
    void lmtpGoesThroughTheMailetsOneTransactionAfterTheOther() throws Exception {
        tandem.webAdmin().addUser("dana@tandem.example", "secret");
        try (Client client = Client.plain(tandem.port("lmtp"))) {
            client.read();
            client.smtp("LHLO client.example");
            for (String header : List.of("X-Spam-Flag: YES", "X-Spam-Flag: NO")) {
                assertThat(client.smtp("MAIL FROM:<x@elsewhere.example>")).startsWith("250");
                client.smtp("RCPT TO:<dana@tandem.example>");
                client.smtp("DATA");
                client.send(header);
                client.send("Subject: two\r\n\r\ntext");
                assertThat(client.smtp(".")).startsWith("250");
            }
        }
        try (Client client = Client.plain(tandem.port("imap"))) {
            client.read();
            client.imap("LOGIN dana@tandem.example secret");
            assertThat(client.imap("SELECT INBOX")).contains("* 2 EXISTS");
            assertThat(client.imap("SEARCH SUBJECT \"[SPAM] two\""))
                    .first()
                    .isEqualTo("* SEARCH 1");
        }
    }

    @Test
    void welcomeSaysThatMailIsGoneAtTheEnd() {
        Awaitility.await()
                .untilAsserted(
                        () ->
                                assertThat(tandem.log())
                                        .contains("THEY ARE GONE when it stops")
                                        .contains("pop3         127.0.0.1 " + tandem.port("pop3"))
                                        .contains(password()));
    }

    private static boolean isSieveAnswer(String line) {
        return line.startsWith("OK") || line.startsWith("NO");
    }

    private int stat(String name) throws IOException {
        try (Client client = Client.plain(tandem.port("pop3"))) {
            client.read();
            client.ask("USER " + name + "@tandem.example");
            client.ask("PASS " + password());
            return Integer.parseInt(client.ask("STAT").split(" ")[1]);
        }
    }

    private Client connected(String service) throws IOException {
        return service.equals("submissions")
                ? Client.secure(tandem.port(service), tandem.trust(), "localhost")
                : Client.plain(tandem.port(service));
    }

    private String plain(String user) {
        return Base64.getEncoder()
                .encodeToString(("\0" + user + "\0" + password()).getBytes(StandardCharsets.UTF_8));
    }

    private String login(String name) {
        return "LOGIN " + name + "@tandem.example " + password();
    }

    private String password() {
        return tandem.ready().path("accounts").path(0).path("password").asText();
    }
}
