package org.jamestandem.acceptance.pop3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jamestandem.testkit.james.James.Listener;
import org.jamestandem.testkit.james.StockJames;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Users are renamed and deleted by James' own requests, on a stock James with our jar. */
class RenamedUserTest {
    private static final String PASSWORD = "secret";
    private static StockJames james;

    @BeforeAll
    static void start() {
        james =
                StockJames.withBundle()
                        .configuration(
                                "tandem.xml",
                                """
                                <tandem><pop3><policy>
                                  <on-delete>hide</on-delete>
                                  <expire acknowledge="quota-may-fill">never</expire>
                                </policy></pop3></tandem>
                                """)
                        .start();
    }

    @AfterAll
    static void stop() {
        james.close();
    }

    @Test
    void aDeviceFindsUnderTheNewNameWhatItHadNotTakenUnderTheOldOne() throws IOException {
        String old = user("anna@names.example");
        String renamed = user("maria@names.example");
        deliver(old, 2);
        List<String> ids = uniqueIds("anna+phone@names.example");
        pop3("anna+phone@names.example", "DELE 1");
        setPolicy(old);

        assertThat(call("POST", "/users/" + old + "/rename/" + renamed + "?action=rename"))
                .isEqualTo(201);
        await().atMost(Duration.ofSeconds(60)).until(() -> policy(old).equals("{}"));

        assertThat(uniqueIds("maria+phone@names.example")).containsExactly(ids.get(1));
        assertThat(uniqueIds("maria+laptop@names.example")).isEqualTo(ids);
        assertThat(policy(renamed)).contains("seen");
        assertThat(audit(renamed)).contains("hidden");
        assertThat(audit(old)).doesNotContain("hidden");
    }

    @Test
    void whoGetsADeletedNameInheritsNothing() throws IOException {
        String user = user("carol@names.example");
        deliver(user, 1);
        pop3(user, "DELE 1");
        setPolicy(user);
        await().atMost(Duration.ofSeconds(60)).until(() -> audit(user).contains("hidden"));

        assertThat(call("DELETE", "/users/" + user)).isEqualTo(204);
        assertThat(call("PUT", "/users/" + user, "{\"password\":\"" + PASSWORD + "\"}"))
                .isEqualTo(204);

        assertThat(policy(user)).isEqualTo("{}");
        assertThat(audit(user)).doesNotContain("hidden");
        assertThat(uniqueIds(user)).hasSize(1);
    }

    @Test
    void aRenameThatJamesRefusesChangesNothing() {
        String user = user("dora@names.example");
        setPolicy(user);
        assertThat(call("POST", "/users/" + user + "/rename/nobody@names.example?action=rename"))
                .isEqualTo(400);
        assertThat(policy(user)).contains("seen");
    }

    private static String user(String name) {
        james.webAdmin().addUser(name, PASSWORD);
        return name;
    }

    private static void setPolicy(String user) {
        String path = "/tandem/pop3/policy/users/" + user;
        assertThat(call("PUT", path, "{\"on-retrieve\":\"seen\"}")).isEqualTo(204);
    }

    private static String policy(String user) {
        return james.webAdmin().call("GET", "/tandem/pop3/policy/users/" + user, "").body();
    }

    private static String audit(String user) {
        return james.webAdmin().call("GET", "/tandem/audit/users/" + user, "").body();
    }

    private static int call(String method, String path) {
        return call(method, path, "");
    }

    private static int call(String method, String path, String body) {
        return james.webAdmin().call(method, path, body).statusCode();
    }

    /** One command after another: stock James takes no pipelined literals. */
    private static void deliver(String user, int messages) throws IOException {
        String mail = "Subject: one\r\n\r\nbody\r\n";
        try (Socket socket = new Socket("127.0.0.1", james.port(Listener.IMAP));
                BufferedReader in =
                        new BufferedReader(
                                new InputStreamReader(
                                        socket.getInputStream(), StandardCharsets.US_ASCII))) {
            socket.setSoTimeout(60_000);
            assertThat(in.readLine()).startsWith("* OK");
            imap(socket, in, "a LOGIN " + user + " " + PASSWORD);
            for (int i = 0; i < messages; i++) {
                imap(socket, in, "a APPEND INBOX {%d+}\r\n%s".formatted(mail.length(), mail));
            }
        }
    }

    private static void imap(Socket socket, BufferedReader in, String command) throws IOException {
        socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
        String line = in.readLine();
        while (line != null && !line.startsWith("a ")) {
            line = in.readLine();
        }
        assertThat(line).startsWith("a OK");
    }

    private static List<String> uniqueIds(String login) throws IOException {
        return pop3(login, "UIDL")
                .lines()
                .filter(line -> line.matches("\\d+ \\S+"))
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .toList();
    }

    private static String pop3(String login, String command) throws IOException {
        String answer =
                said("USER %s\r\nPASS %s\r\n%s\r\nQUIT\r\n".formatted(login, PASSWORD, command));
        assertThat(answer).doesNotContain("-ERR");
        return answer;
    }

    /** Everything that a server says until it hangs up. */
    private static String said(String commands) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", james.port(Listener.POP3))) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(commands.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
