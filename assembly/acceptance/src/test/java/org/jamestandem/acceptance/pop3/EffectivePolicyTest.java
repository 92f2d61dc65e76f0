package org.jamestandem.acceptance.pop3;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
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
        return james.webAdmin().call("GET", "/tandem/pop3/policy/users/" + user + "/effective", "");
    }
}
