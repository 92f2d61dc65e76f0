package org.jamestandem.kernel.audit.webadmin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jamestandem.kernel.audit.AuditTrailContract.ANNA;
import static org.jamestandem.kernel.audit.AuditTrailContract.LIMIT;
import static org.jamestandem.kernel.audit.AuditTrailContract.MONDAY;
import static org.jamestandem.kernel.audit.AuditTrailContract.entry;
import static org.jamestandem.kernel.audit.AuditTrailContract.hidden;
import static org.jamestandem.kernel.audit.AuditTrailContract.taken;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import org.apache.james.webadmin.utils.JsonTransformer;
import org.jamestandem.kernel.audit.AuditSettings;
import org.jamestandem.kernel.audit.AuditTrail;
import org.jamestandem.kernel.audit.memory.MemoryAuditTrail;
import org.jamestandem.testkit.james.RoutesServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditRoutesTest {
    private static final String OF_ANNA = "/tandem/audit/users/anna@tandem.example";

    private final AuditTrail trail = new MemoryAuditTrail(AuditSettings.DEFAULT, Clock.systemUTC());
    private final RoutesServer server =
            RoutesServer.with(new AuditRoutes(trail, Clock.systemUTC(), new JsonTransformer()));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void saysWhatHappenedToAUsersMail() throws Exception {
        trail.append(entry(ANNA, MONDAY, taken("1", "2"), hidden("2"))).block(LIMIT);
        assertThat(answer(OF_ANNA))
                .isEqualTo(
                        new ObjectMapper()
                                .readTree(
                                        """
                                        {"user": "anna@tandem.example", "entries": [
                                          {"at": "%s", "protocol": "pop3",
                                           "by": "anna@tandem.example", "device": "laptop",
                                           "address": "192.0.2.7", "deeds": [
                                            {"action": "taken", "rule": "on-retrieve keep",
                                             "folder": "INBOX", "count": 2, "messages": ["1", "2"]},
                                            {"action": "hidden", "rule": "on-delete hide",
                                             "folder": "INBOX", "count": 1, "messages": ["2"]}]}]}
                                        """
                                                .formatted(MONDAY)));
    }

    @Test
    void tellsTheStoryOfOneMessage() throws Exception {
        trail.append(entry(ANNA, MONDAY, taken("1", "2"))).block(LIMIT);
        trail.append(entry(ANNA, MONDAY.plusSeconds(60), taken("3"), hidden("2"))).block(LIMIT);
        JsonNode answer = answer(OF_ANNA + "?message=2");
        assertThat(answer.findValuesAsText("action")).containsExactly("hidden", "taken");
        assertThat(answer.findValues("messages")).allMatch(ids -> ids.toString().equals("[\"2\"]"));
    }

    @Test
    void showsNoMoreThanIsAskedFor() throws Exception {
        for (int day = 0; day < 3; day++) {
            trail.append(entry(ANNA, MONDAY.plus(Duration.ofDays(day)), taken("m" + day)))
                    .block(LIMIT);
        }
        assertThat(answer(OF_ANNA + "?limit=1").findValuesAsText("at")).hasSize(1);
        assertThat(
                        answer(OF_ANNA + "?from=" + MONDAY.plus(Duration.ofDays(1)))
                                .findValuesAsText("at"))
                .hasSize(2);
        assertThat(
                        answer(OF_ANNA + "?to=" + MONDAY.plus(Duration.ofDays(1)))
                                .findValuesAsText("at"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?from=yesterday", "?to=2026-13-01T00:00:00Z", "?limit=0", "?limit=x"})
    void whatCannotBeReadIsRefused(String parameters) {
        HttpResponse<String> refusal = server.client().call("GET", OF_ANNA + parameters, "");
        assertThat(refusal.statusCode()).isEqualTo(400);
        assertThat(refusal.body()).contains("is not valid; expected one like");
    }

    private JsonNode answer(String path) throws Exception {
        HttpResponse<String> answer = server.client().call("GET", path, "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }
}
