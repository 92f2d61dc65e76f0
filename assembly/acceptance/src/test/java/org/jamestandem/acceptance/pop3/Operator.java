package org.jamestandem.acceptance.pop3;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.jamestandem.testkit.james.James;
import org.jamestandem.testkit.james.WebAdmin;

/** Who uses webadmin. */
final class Operator {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final WebAdmin webAdmin;

    private Operator(WebAdmin webAdmin) {
        this.webAdmin = webAdmin;
    }

    static Operator of(James james) {
        return new Operator(james.webAdmin());
    }

    /** What a request that must succeed answers. */
    JsonNode ask(String method, String path) {
        return json(call(method, path, ""));
    }

    void put(String path, String body) {
        call("PUT", path, body);
    }

    int status(String method, String path) {
        return webAdmin.call(method, path, "").statusCode();
    }

    /** Starts a task; its id. */
    String start(String path) {
        return ask("POST", path).path("taskId").asText();
    }

    /** Waits for a task to complete; what it counted. */
    Map<String, Long> counts(String task) {
        JsonNode details =
                Awaitility.await("task " + task)
                        .atMost(LIMIT)
                        .until(
                                () -> ask("GET", "/tasks/" + task),
                                state -> !isUnderWay(state.path("status").asText()));
        assertThat(details.path("status").asText()).as("%s", details).isEqualTo("completed");
        Map<String, Long> counts = new TreeMap<>();
        details.path("additionalInformation")
                .path("counts")
                .fields()
                .forEachRemaining(one -> counts.put(one.getKey(), one.getValue().asLong()));
        return counts;
    }

    /** Runs a task to its end. */
    Map<String, Long> run(String path) {
        return counts(start(path));
    }

    /** What the audit trail knows of a user, from the last on. */
    JsonNode trail(Account account) {
        return ask("GET", "/tandem/audit/users/" + account.user()).path("entries");
    }

    private HttpResponse<String> call(String method, String path, String body) {
        HttpResponse<String> answer = webAdmin.call(method, path, body);
        assertThat(answer.statusCode())
                .as("%s %s: %s", method, path, answer.body())
                .isBetween(200, 299);
        return answer;
    }

    private static boolean isUnderWay(String status) {
        return status.equals("waiting") || status.equals("inProgress");
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
