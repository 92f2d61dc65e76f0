package org.jamestandem.pop3.migration.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.apache.james.task.Hostname;
import org.apache.james.task.MemoryTaskManager;
import org.apache.james.task.TaskExecutionDetails;
import org.apache.james.task.TaskId;
import org.apache.james.task.TaskManager;
import org.apache.james.webadmin.utils.JsonTransformer;
import org.jamestandem.kernel.tasks.WorkDetails;
import org.jamestandem.kernel.tasks.Works;
import org.jamestandem.pop3.EveryUser;
import org.jamestandem.pop3.Pop3Connection;
import org.jamestandem.pop3.Pop3Server;
import org.jamestandem.pop3.TestMailbox;
import org.jamestandem.pop3.migration.Uploads;
import org.jamestandem.testkit.james.RoutesServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Unique-ids of another server, over webadmin. */
class UniqueIdRoutesTest {
    private static final String LIST =
            "{\"format\":\"plain\",\"list\":\"old-1 - 36\\nold-9 - 77\\nold-2 two 36\\n\"}";

    private static Pop3Server pop3;
    private static MemoryTaskManager tasks;
    private static RoutesServer server;
    private TestMailbox mailbox;

    @BeforeAll
    static void start() throws Exception {
        pop3 = Pop3Server.with("<tandem><state>memory</state></tandem>");
        tasks = new MemoryTaskManager(new Hostname("here"));
        server =
                RoutesServer.with(
                        new UniqueIdRoutes(
                                pop3.imports(),
                                pop3.instance(Uploads.class),
                                pop3.instance(Works.class),
                                tasks,
                                EveryUser.repository(),
                                new JsonTransformer()));
    }

    @AfterAll
    static void stop() {
        server.close();
        tasks.stop();
        pop3.close();
    }

    @BeforeEach
    void mailbox() {
        mailbox = pop3.newMailbox("routes.example");
        mailbox.appendText("Message-ID: <one@example.org>\r\n\r\n1\r\n");
        mailbox.appendText("Subject: two\r\n\r\n2\r\n");
    }

    @Test
    void aPreviewWritesNothing() throws Exception {
        HttpResponse<String> answer = post("preview", LIST);
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode json = new ObjectMapper().readTree(answer.body());
        assertThat(json.path("matched").asInt()).isEqualTo(1);
        assertThat(json.path("downloadedAgain").asInt()).isEqualTo(1);
        assertThat(json.path("unmatched").get(0).asText()).isEqualTo("old-9 - 77");
        assertThat(json.path("unreadable").get(0).asText()).isEqualTo("old-2 two 36");
        assertThat(uniqueIds()).doesNotContain("old-1");
    }

    @Test
    void anImportIsATaskThatListsWhatItCouldNotGive() throws Exception {
        String task = started(post("import", LIST));
        assertThat(ended(task).getStatus()).isEqualTo(TaskManager.Status.COMPLETED);
        assertThat(details(task).progress().counts())
                .containsEntry("matched", 1L)
                .containsEntry("unmatched", 1L)
                .containsEntry("unreadable", 1L)
                .containsEntry("written", 1L);
        assertThat(details(task).progress().notes())
                .containsExactly("unmatched: old-9 - 77", "unreadable: old-2 two 36");
        assertThat(uniqueIds()).hasSize(2).startsWith("old-1");

        HttpResponse<String> report =
                server.client()
                        .call("GET", "/tandem/pop3/unique-ids/imports/" + task + "/report", "");
        assertThat(report.statusCode()).isEqualTo(200);
        assertThat(report.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
        assertThat(report.body()).isEqualTo("unmatched: old-9 - 77\nunreadable: old-2 two 36\n");
    }

    @Test
    void idsThatClientsKnowAreReplacedOnlyWhenAskedFor() throws Exception {
        List<String> before = uniqueIds();
        assertThat(post("import", LIST).statusCode()).isEqualTo(409);
        assertThat(uniqueIds()).isEqualTo(before);
        ended(started(post("import?replace", LIST)));
        assertThat(uniqueIds()).contains("old-1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense | the body is no JSON",
                "[] | no JSON object",
                "{} | 'uids'",
                "{\"format\":\"eudora\",\"list\":\"\"} | 'eudora'",
                "{\"format\":\"dovecot-uidlist\",\"list\":\"x\"} | version 3",
                "{\"list\":\"\"} | 'format'",
                "{\"uids\":\"dovecot\"} | 'uid-validity' is missing",
                "{\"uids\":\"james\",\"folder\":\"\"} | folder",
                "{\"uids\":\"james\",\"colour\":\"red\"} | 'colour' is not known"
            })
    void aBodyThatCannotBeMeantIsRefusedWithWhatIsWrong(String body, String message) {
        for (String path : List.of("preview", "import")) {
            HttpResponse<String> answer = post(path, body);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains(message);
        }
    }

    @Test
    void nobodyIsNotFoundAndWhatIsNoNameIsRefused() {
        String path = "/tandem/pop3/unique-ids/users/%s/import";
        assertThat(call("POST", path.formatted("no:body@routes.example"), LIST)).isEqualTo(404);
        assertThat(call("POST", path.formatted("a@b@c"), LIST)).isEqualTo(400);
    }

    @Test
    void whatIsNoImportHasNoReport() {
        for (String id : List.of("none", "294a7e9a-3b1c-4b57-9a39-0d0c4b6cbb11")) {
            String path = "/tandem/pop3/unique-ids/imports/" + id + "/report";
            assertThat(call("GET", path, "")).isEqualTo(404);
        }
    }

    private HttpResponse<String> post(String path, String body) {
        return server.client()
                .call("POST", "/tandem/pop3/unique-ids/users/" + mailbox.user() + "/" + path, body);
    }

    private static int call(String method, String path, String body) {
        return server.client().call(method, path, body).statusCode();
    }

    private static String started(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return new ObjectMapper().readTree(answer.body()).path("taskId").asText();
    }

    private static TaskExecutionDetails ended(String task) throws Exception {
        return tasks.await(TaskId.fromString(task), Duration.ofSeconds(30));
    }

    private static WorkDetails details(String task) {
        return (WorkDetails)
                tasks.getExecutionDetails(TaskId.fromString(task))
                        .getAdditionalInformation()
                        .orElseThrow();
    }

    private List<String> uniqueIds() {
        try (Pop3Connection connection = pop3.login(mailbox)) {
            return connection.lines("UIDL").stream().map(line -> line.split(" ")[1]).toList();
        }
    }
}
