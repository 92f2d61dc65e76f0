package org.jamestandem.mailets.decisions.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.james.core.Username;
import org.apache.james.utils.UpdatableTickingClock;
import org.apache.james.webadmin.utils.JsonTransformer;
import org.jamestandem.kernel.audit.Actor;
import org.jamestandem.kernel.audit.AuditAction;
import org.jamestandem.kernel.audit.AuditChannel;
import org.jamestandem.kernel.audit.AuditEntry;
import org.jamestandem.kernel.audit.AuditSettings;
import org.jamestandem.kernel.audit.AuditTrail;
import org.jamestandem.kernel.audit.Deed;
import org.jamestandem.kernel.audit.memory.MemoryAuditTrail;
import org.jamestandem.testkit.james.RoutesServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WhyRoutesTest {
    private static final String OF_ANNA = "/tandem/mail/why/users/anna@example.org";
    private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00.123Z");

    private final UpdatableTickingClock clock = new UpdatableTickingClock(MONDAY);
    private final AuditTrail trail = new MemoryAuditTrail(AuditSettings.DEFAULT, clock);
    private final RoutesServer server =
            RoutesServer.with(new WhyRoutes(trail, clock, new JsonTransformer()));

    @BeforeEach
    void decide() {
        add(AuditAction.FILED, "FileAsSpam, score 7.3", "Spam", "<1@x>");
        add(AuditAction.TAGGED, "TagSubject, score 8", "", "<2@x>");
        add(AuditAction.TAKEN, "on-retrieve keep", "INBOX", "1@x");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void add(AuditAction action, String rule, String folder, String message) {
        trail.append(
                        new AuditEntry(
                                UUID.randomUUID(),
                                Username.of("anna@example.org"),
                                MONDAY,
                                Actor.nobody(AuditChannel.SERVER),
                                List.of(new Deed(action, rule, folder, List.of(message)))))
                .block(Duration.ofSeconds(30));
    }

    private JsonNode answer(String path) throws Exception {
        HttpResponse<String> answer = server.client().call("GET", path, "");
        assertThat(answer.statusCode()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    @Test
    void whatWasDecidedAboutAMailIsFoundByItsMessageId() throws Exception {
        for (String id : List.of("1@x", "%3C1@x%3E")) {
            assertThat(answer(OF_ANNA + "?message-id=" + id))
                    .isEqualTo(
                            new ObjectMapper()
                                    .readTree(
                                            """
                                            {"user": "anna@example.org", "decisions": [
                                              {"at": "2026-01-05T08:00:00.123Z", "action": "filed",
                                               "rule": "FileAsSpam, score 7.3", "folder": "Spam",
                                               "message-id": "<1@x>"}]}
                                            """));
        }
    }

    @Test
    void withoutAMessageIdAllDecisionsAreToldAndNothingElse() throws Exception {
        assertThat(answer(OF_ANNA).path("decisions").findValuesAsText("action"))
                .containsExactlyInAnyOrder("filed", "tagged");
    }

    @Test
    void ofAnotherUserNothingIsTold() throws Exception {
        assertThat(answer("/tandem/mail/why/users/bob@example.org").path("decisions")).isEmpty();
    }

    @Test
    void whatIsNoUserIsRefused() {
        assertThat(server.client().call("GET", "/tandem/mail/why/users/a@b@c", "").statusCode())
                .isEqualTo(400);
    }
}
