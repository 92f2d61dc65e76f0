package org.jamestandem.imap.acl.webadmin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.apache.james.core.Username;
import org.apache.james.task.Hostname;
import org.apache.james.task.MemoryTaskManager;
import org.apache.james.webadmin.utils.JsonTransformer;
import org.jamestandem.imap.ImapConnection;
import org.jamestandem.imap.InProcessImap;
import org.jamestandem.imap.acl.james.AclAdministration;
import org.jamestandem.kernel.audit.AuditEntry;
import org.jamestandem.kernel.audit.AuditTrail;
import org.jamestandem.kernel.tasks.Works;
import org.jamestandem.testkit.james.RoutesServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AclRoutesTest {
    private static final String ANNA = "anna@tandem.example";
    private static final String BOB = "bob@tandem.example";

    private static InProcessImap imap;
    private static RoutesServer server;
    private static int mailboxes;
    private ImapConnection anna;
    private String mailbox;

    @BeforeAll
    static void start() throws Exception {
        imap = InProcessImap.tandem();
        MemoryTaskManager tasks = new MemoryTaskManager(new Hostname("here"));
        server =
                RoutesServer.with(
                        new AclRoutes(
                                imap.ours(AclAdministration.class),
                                new AclTasks(imap.ours(Works.class), tasks, new JsonTransformer()),
                                new AclExport(
                                        imap.ours(AclAdministration.class), new JsonTransformer()),
                                new JsonTransformer()));
    }

    @AfterAll
    static void stop() {
        server.close();
        imap.close();
    }

    @BeforeEach
    void create() throws Exception {
        anna = imap.login(ANNA);
        mailbox = "Team" + ++mailboxes;
        anna.ok("CREATE " + mailbox);
    }

    @AfterEach
    void disconnect() throws Exception {
        anna.close();
    }

    private String path(String rest) {
        return "/tandem/acl/mailboxes/" + ANNA + "/" + mailbox + rest;
    }

    private static JsonNode get(String path) throws Exception {
        HttpResponse<String> answer = server.client().call("GET", path, "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    private static void done(String method, String path, String body) {
        HttpResponse<String> answer = server.client().call(method, path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    @Test
    void entriesAreSetShownAndDropped() throws Exception {
        done("PUT", path("/" + BOB), "{\"rights\": \"lrs\"}");
        done("PUT", path("/" + BOB), "{\"rights\": \"-s\"}");

        assertThat(get(path("")).toString())
                .isEqualTo(
                        ("{\"owner\":\"%s\",\"mailbox\":\"%s\",\"entries\":["
                                        + "{\"identifier\":\"owner\",\"rights\":\"lrswipkxtea\"},"
                                        + "{\"identifier\":\"%s\",\"rights\":\"lr\"}]}")
                                .formatted(ANNA, mailbox, BOB));
        assertThat(anna.ok("GETACL " + mailbox).get(0)).contains("\"" + BOB + "\" \"lr\"");

        done("DELETE", path("/" + BOB), "");
        assertThat(get(path("")).path("entries")).hasSize(1);
    }

    @Test
    void anEntryMayEndByItself() throws Exception {
        Instant past = Instant.now().minusSeconds(1);
        done("PUT", path("/" + BOB), "{\"rights\":\"lr\",\"until\":\"" + past + "\"}");
        assertThat(get(path("")).path("entries")).hasSize(1);

        Instant later = Instant.now().plusSeconds(3_600);
        done("PUT", path("/" + BOB), "{\"rights\":\"lr\",\"until\":\"" + later + "\"}");
        assertThat(get(path("")).path("entries")).hasSize(2);
    }

    @Test
    void itIsSaidWhySomebodyMayDoWhat() throws Exception {
        anna.ok("SETACL " + mailbox + " $sales lrst");
        anna.ok("SETACL " + mailbox + " -bob s");
        String question =
                "/tandem/acl/explain?user=" + BOB + "&owner=" + ANNA + "&mailbox=" + mailbox;

        assertThat(get(question).toString())
                .contains("\"rights\":\"lrt\"")
                .contains("{\"identifier\":\"$sales@tandem.example\",\"rights\":\"lrst\"}")
                .contains("{\"identifier\":\"-bob@tandem.example\",\"rights\":\"s\"}");
        assertThat(get(question + "&if=-bob@tandem.example&rights=").path("rights").asText())
                .isEqualTo("lrst");
        assertThat(get(question).path("rights").asText()).isEqualTo("lrt");
    }

    @Test
    void itIsSaidWhoSharesWhatWithWhom() throws Exception {
        anna.ok("SETACL " + mailbox + " bob lr");

        assertThat(get("/tandem/acl/shared-by/" + ANNA).findValuesAsText("mailbox"))
                .contains(mailbox)
                .doesNotContain("INBOX");
        assertThat(get("/tandem/acl/shared-with/" + BOB).toString())
                .contains(
                        "{\"owner\":\"%s\",\"mailbox\":\"%s\",\"rights\":\"lr\"}"
                                .formatted(ANNA, mailbox));
    }

    @Test
    void itIsSaidWhoMayDoWhat() throws Exception {
        anna.ok("SETACL " + mailbox + " anyone lr");
        anna.ok("SETACL " + mailbox + " bob lrs");
        anna.ok("SETACL " + mailbox + " -carol@tandem.example lr");

        assertThat(get("/tandem/acl/who/" + ANNA + "/" + mailbox).toString())
                .isEqualTo(
                        ("[{\"user\":\"%s\",\"rights\":\"lrswipkxtea\"},"
                                        + "{\"user\":\"%s\",\"rights\":\"lrs\"}]")
                                .formatted(ANNA, BOB));
    }

    @Test
    void listsAreExportedAsALaterJamesReadsThem() throws Exception {
        anna.ok("SETACL " + mailbox + " bob lrs");
        anna.ok("SETACL " + mailbox + " -bob s");
        anna.ok("SETACL " + mailbox + " anyone l");
        anna.ok("SETACL " + mailbox + " $sales lr");
        anna.ok("SETACL " + mailbox + " owner -x");

        HttpResponse<String> answer = server.client().call("GET", "/tandem/acl/export", "");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body().lines())
                .contains(
                        ("{\"owner\":\"%s\",\"mailbox\":\"%s\",\"acl\":{"
                                        + "\"-bob@tandem.example\":\"s\",\"anyone\":\"l\","
                                        + "\"bob@tandem.example\":\"lrs\"},\"leftOut\":{"
                                        + "\"$sales@tandem.example\":\"lr\",\"-owner\":\"x\"}}")
                                .formatted(ANNA, mailbox));
    }

    @Test
    void everyChangeIsInTheAuditTrail() throws Exception {
        AuditTrail trail = imap.ours(AuditTrail.class);
        done("PUT", path("/" + BOB), "{\"rights\": \"lr\"}");
        anna.ok("SETACL " + mailbox + " bob +s");

        await().untilAsserted(
                        () ->
                                assertThat(
                                                trail.entries(
                                                                Username.of(ANNA),
                                                                Instant.now().minusSeconds(600),
                                                                Instant.now().plusSeconds(60))
                                                        .filter(this::isOfThisMailbox)
                                                        .map(AclRoutesTest::told)
                                                        .collectList()
                                                        .block())
                                        .containsExactlyInAnyOrder(
                                                "WEBADMIN  acl bob@tandem.example: '' -> 'lr'",
                                                "IMAP anna@tandem.example acl bob@tandem.example:"
                                                        + " 'lr' -> 'lrs'"));
    }

    private boolean isOfThisMailbox(AuditEntry entry) {
        return entry.deeds().get(0).folder().equals(mailbox);
    }

    private static String told(AuditEntry entry) {
        return entry.actor().channel()
                + " "
                + entry.actor().name()
                + " "
                + entry.deeds().get(0).rule();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT | /bob@tandem.example | {} | 400 | expected {",
                "PUT | /bob@tandem.example | {\"rights\":\"q\"} | 400 | The q right is not"
                        + " supported",
                "PUT | /bob@tandem.example | {\"rights\":\"l\",\"til\":\"\"} | 400 | expected {",
                "PUT | /bob@tandem.example | {\"rights\":\"l\",\"until\":\"soon\"} | 400 | 'soon'"
                        + " is no time",
                "PUT | /nobody@tandem.example | {\"rights\":\"l\"} | 400 | There is no user"
                        + " nobody@tandem.example",
                "PUT | /bob@elsewhere.example | {\"rights\":\"l\"} | 400 | Sharing with another"
                        + " domain",
                "GET | Nowhere | '' | 404 | There is no such mailbox"
            })
    void whatCannotBeDoneIsRefused(
            String method, String rest, String body, int status, String message) {
        HttpResponse<String> answer = server.client().call(method, path(rest), body);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(message);
    }

    @Test
    void checkingAndSpreadingAreTasks() throws Exception {
        started("/tandem/acl/check?repair");
        started("/tandem/acl/spread/" + ANNA + "/" + mailbox);
    }

    private static void started(String path) throws Exception {
        HttpResponse<String> started = server.client().call("POST", path, "");

        assertThat(started.statusCode()).isEqualTo(201);
        assertThat(new ObjectMapper().readTree(started.body()).path("taskId").asText())
                .isNotEmpty();
    }
}
