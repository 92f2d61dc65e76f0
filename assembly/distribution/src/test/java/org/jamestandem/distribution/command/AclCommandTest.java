package org.jamestandem.distribution.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What {@code tandem acl} asks webadmin, and what it makes of the answer. */
class AclCommandTest {
    @TempDir private Path data;

    private final List<String> requests = new ArrayList<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private HttpServer server;
    private int status = 200;
    private String answer = "";

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    requests.add(
                            "%s %s %s %s"
                                    .formatted(
                                            exchange.getRequestMethod(),
                                            exchange.getRequestURI(),
                                            exchange.getRequestHeaders().getFirst("Authorization"),
                                            new String(
                                                    exchange.getRequestBody().readAllBytes(),
                                                    StandardCharsets.UTF_8)));
                    byte[] body = answer.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
        Files.writeString(
                data.resolve("webadmin.json"),
                "{\"url\":\"http://127.0.0.1:%d\",\"token\":\"secret\"}"
                        .formatted(server.getAddress().getPort()));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private int acl(String command, String... arguments) {
        List<String> all = new ArrayList<>(List.of("acl", command, "--data", data.toString()));
        all.addAll(List.of(arguments));
        return Commands.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }

    @Test
    void identifiersAndChangesMayStartWithADash() {
        status = 204;
        assertThat(acl("set", "anna@x.example", "A/B c", "-bob@x.example", "-w")).isZero();
        assertThat(acl("delete", "anna@x.example", "INBOX", "-bob@x.example")).isZero();
        assertThat(requests)
                .containsExactly(
                        "PUT /tandem/acl/mailboxes/anna%40x.example/A%2FB%20c/-bob%40x.example"
                                + " Bearer secret {\"rights\":\"-w\"}",
                        "DELETE /tandem/acl/mailboxes/anna%40x.example/INBOX/-bob%40x.example"
                                + " Bearer secret ");
    }

    @Test
    void anEntryMayEndByItself() {
        status = 204;
        acl("set", "--until", "2027-01-31T00:00:00Z", "anna@x.example", "INBOX", "bob", "lr");
        assertThat(requests.get(0))
                .endsWith("{\"rights\":\"lr\",\"until\":\"2027-01-31T00:00:00Z\"}");
    }

    @Test
    void whatIfIsAskedLikeExplain() {
        answer =
                "{\"rights\":\"lr\",\"ownMailbox\":true,\"because\":[{\"identifier\":\"anyone\","
                        + "\"rights\":\"lr\"}],\"overrides\":[{\"identifier\":\"-anyone\","
                        + "\"rights\":\"x\"}]}";
        assertThat(acl("what-if", "bob", "anna", "INBOX", "$sales", "+w")).isZero();
        assertThat(requests.get(0))
                .startsWith(
                        "GET /tandem/acl/explain?user=bob&owner=anna&mailbox=INBOX"
                                + "&if=%24sales&rights=%2Bw ");
        assertThat(out.toString().lines().map(String::strip))
                .containsExactly(
                        "rights: lr",
                        "the owner starts with every right",
                        "anyone                                   lr",
                        "overrides in tandem.xml:",
                        "-anyone                                  x");
    }

    @Test
    void aReportIsAboutAUserOrAMailbox() {
        answer = "[{\"owner\":\"anna\",\"mailbox\":\"Team\",\"user\":\"bob\",\"rights\":\"l\"}]";
        acl("report", "bob");
        acl("report", "anna", "Team");
        assertThat(requests)
                .containsExactly(
                        "GET /tandem/acl/shared-with/bob Bearer secret ",
                        "GET /tandem/acl/who/anna/Team Bearer secret ");
        assertThat(out.toString()).containsPattern("anna Team +l").containsPattern("bob +l");
    }

    @Test
    void jsonIsTheAnswerAsItIs() {
        answer = "{\"entries\":[]}";
        acl("get", "--json", "anna", "INBOX");
        assertThat(out.toString().strip()).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({"404, 7", "400, 8", "401, 8", "500, 8"})
    void whatTheServerSaysIsOneLineAndAnExitCode(int told, int exitCode) {
        status = told;
        answer = "{\"message\":\"Because.\"}";
        assertThat(acl("get", "anna", "INBOX")).isEqualTo(exitCode);
        assertThat(err.toString().lines()).hasSize(1).first().asString().endsWith("Because.");
    }

    @Test
    void aServerThatIsNotThereIsNamed() throws Exception {
        stop();
        assertThat(acl("get", "anna", "INBOX")).isEqualTo(1);
        assertThat(err.toString()).contains("no server answers at http://127.0.0.1:");
        Files.delete(data.resolve("webadmin.json"));
        assertThat(acl("get", "anna", "INBOX")).isEqualTo(1);
        assertThat(err.toString()).contains("no server has run in");
    }

    @ParameterizedTest
    @CsvSource({"get, anna", "set, anna", "explain, --nonsense"})
    void aWrongCommandLineIsTwo(String command, String argument) {
        assertThat(acl(command, argument)).isEqualTo(CommandLine.ExitCode.USAGE);
    }
}
