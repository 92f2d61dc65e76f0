package org.jamestandem.acceptance.pop3;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.awaitility.Awaitility;
import org.jamestandem.testkit.james.StockJames;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which policy holds for a user, asked over webadmin of a stock James with our jar. */
class EffectivePolicyTest {
    private static StockJames james;

    @BeforeAll
    static void start() {
        james =
                StockJames.withBundle()
                        .configuration(
                                "tandem.xml",
                                """
                                <tandem><pop3>
                                  <policy>
                                    <on-delete>hide</on-delete>
                                    <expire acknowledge="quota-may-fill">never</expire>
                                  </policy>
                                  <user name="bob@policy.example">
                                    <policy><on-delete>classic</on-delete></policy>
                                  </user>
                                </pop3></tandem>
                                """)
                        .start();
        james.webAdmin().addUser("anna@policy.example", "secret");
        james.webAdmin().addUser("bob@policy.example", "secret");
    }

    @AfterAll
    static void stop() {
        james.close();
    }

    @Test
    void aUserWithoutOptionsOfTheirOwnHasTheDefaultOnes() throws IOException {
        HttpResponse<String> answer = effective("anna@policy.example");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer))
                .isEqualTo(
                        new ObjectMapper()
                                .readTree(
                                        """
                                        {"user": "anna@policy.example",
                                         "policy": {
                                           "access": "on",
                                           "offer": "all",
                                           "folders": "INBOX",
                                           "on-retrieve": "keep",
                                           "on-delete": "hide",
                                           "expire": {"value": "never", "acknowledge": "quota-may-fill"},
                                           "login-delay": "0s",
                                           "concurrent-sessions": "allow",
                                           "legal-hold": "off"}}
                                        """));
    }

    @Test
    void aUsersOwnOptionWins() throws IOException {
        assertThat(json(effective("bob@policy.example")).at("/policy/on-delete").asText())
                .isEqualTo("classic");
    }

    @Test
    void aPolicyIsStoredShownAndTakenBack() throws IOException {
        String laptop = "/tandem/pop3/policy/users/bob@policy.example/devices/Laptop";
        assertThat(call("PUT", laptop, "{\"on-retrieve\":\"seen\"}").statusCode()).isEqualTo(204);
        assertThat(call("GET", laptop, "").body()).isEqualTo("{\"on-retrieve\":\"seen\"}");
        HttpResponse<String> device =
                call(
                        "GET",
                        "/tandem/pop3/policy/users/bob@policy.example/effective?device=laptop",
                        "");
        assertThat(json(device).at("/policy/on-retrieve").asText()).isEqualTo("seen");
        assertThat(json(effective("bob@policy.example")).at("/policy/on-retrieve").asText())
                .isEqualTo("keep");

        assertThat(call("DELETE", laptop, "").statusCode()).isEqualTo(204);
        assertThat(call("GET", laptop, "").body()).isEqualTo("{}");
    }

    @Test
    void everyScopeCanBeSet() {
        for (String scope :
                List.of("default", "domains/other.example", "users/anna@policy.example")) {
            String path = "/tandem/pop3/policy/" + scope;
            assertThat(call("PUT", path, "{\"login-delay\":\"0s\"}").statusCode())
                    .as(scope)
                    .isEqualTo(204);
            assertThat(call("DELETE", path, "").statusCode()).as(scope).isEqualTo(204);
        }
    }

    @Test
    void whatIsNoPolicyIsRefusedWithPlaceValueAndExample() {
        HttpResponse<String> wrong =
                call("PUT", "/tandem/pop3/policy/default", "{\"on-delete\":\"burn\"}");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("policy/on-delete = 'burn'").contains("classic");
        HttpResponse<String> contradiction =
                call(
                        "PUT",
                        "/tandem/pop3/policy/users/anna@policy.example",
                        "{\"expire\":\"never\"}");
        assertThat(contradiction.statusCode()).isEqualTo(400);
        assertThat(contradiction.body()).contains("on-delete = hide").contains("expire = never");
        for (String path :
                List.of("domains/-x-", "users/a@b@c", "users/anna@policy.example/devices/a+b")) {
            assertThat(call("PUT", "/tandem/pop3/policy/" + path, "{}").statusCode())
                    .as(path)
                    .isEqualTo(400);
        }
    }

    @Test
    void aForecastIsATaskWithATable() throws IOException {
        HttpResponse<String> started = call("POST", "/tandem/pop3/sweep?dryRun&perSecond=1000", "");
        assertThat(started.statusCode()).isEqualTo(201);
        String task = json(started).at("/taskId").asText();
        Awaitility.await()
                .until(
                        () ->
                                json(call("GET", "/tasks/" + task, ""))
                                        .at("/status")
                                        .asText()
                                        .equals("completed"));
        assertThat(call("GET", "/tandem/pop3/sweep/" + task + "/table", "").body())
                .contains("policy.example")
                .contains("all");
        assertThat(call("POST", "/tandem/pop3/sweep?perSecond=0", "").statusCode()).isEqualTo(400);
        assertThat(call("GET", "/tandem/pop3/sweep/none/table", "").statusCode()).isEqualTo(404);
    }

    @Test
    void nobodyIsNotFound() {
        assertThat(effective("nobody@policy.example").statusCode()).isEqualTo(404);
    }

    @Test
    void aNameThatNoUserCanHaveIsABadRequest() {
        HttpResponse<String> answer = effective("a@b@c");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("a@b@c").contains("anna@example.org");
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return new ObjectMapper().readTree(answer.body());
    }

    private static HttpResponse<String> effective(String user) {
        return call("GET", "/tandem/pop3/policy/users/" + user + "/effective", "");
    }

    private static HttpResponse<String> call(String method, String path, String body) {
        return james.webAdmin().call(method, path, body);
    }
}
