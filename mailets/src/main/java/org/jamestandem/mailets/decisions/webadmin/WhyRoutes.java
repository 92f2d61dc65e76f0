package org.jamestandem.mailets.decisions.webadmin;

import com.google.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.james.core.Username;
import org.apache.james.webadmin.Constants;
import org.apache.james.webadmin.Routes;
import org.apache.james.webadmin.utils.ErrorResponder;
import org.apache.james.webadmin.utils.ErrorResponder.ErrorType;
import org.apache.james.webadmin.utils.JsonTransformer;
import org.eclipse.jetty.http.HttpStatus;
import org.jamestandem.kernel.audit.AuditAction;
import org.jamestandem.kernel.audit.AuditEntry;
import org.jamestandem.kernel.audit.AuditTrail;
import org.jamestandem.kernel.audit.Deed;
import org.jamestandem.kernel.settings.SettingFormats;
import spark.HaltException;
import spark.Request;
import spark.Response;
import spark.Service;

/**
 * An {@code extensions.routes} entry of {@code webadmin.properties}: answers "why is this here?"
 * with what our mailets decided about the mail of a user.
 */
public final class WhyRoutes implements Routes {
    /**
     * Answers {@code GET}: decisions, the latest first; 400 for what is no user name. Parameter
     * {@code message-id}, optional: the mail's Message-ID as its header has it, with or without the
     * angle brackets.
     */
    public static final String USER = "/tandem/mail/why/users/:user";

    private static final Set<AuditAction> DECISIONS =
            EnumSet.of(
                    AuditAction.FILED, AuditAction.TAGGED, AuditAction.HELD, AuditAction.RELEASED);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int MOST = 1_000;

    private final AuditTrail trail;
    private final Clock clock;
    private final JsonTransformer json;

    @Inject
    public WhyRoutes(AuditTrail trail, Clock clock, JsonTransformer json) {
        this.trail = trail;
        this.clock = clock;
        this.json = json;
    }

    @Override
    public String getBasePath() {
        return "/tandem/mail/why";
    }

    @Override
    public void define(Service service) {
        service.get(USER, this::decisions, json);
    }

    private Map<String, Object> decisions(Request request, Response response) {
        Username user = user(request.params("user"));
        Optional<String> messageId =
                Optional.ofNullable(request.queryParams("message-id")).map(WhyRoutes::bare);
        response.type(Constants.JSON_CONTENT_TYPE);
        return Map.of(
                "user",
                user.asString(),
                "decisions",
                trail.entries(user, Instant.EPOCH, clock.instant().plusSeconds(1))
                        .concatMapIterable(entry -> decisions(entry, messageId).toList())
                        .take(MOST)
                        .collectList()
                        .block(PATIENCE));
    }

    private static Stream<Map<String, Object>> decisions(
            AuditEntry entry, Optional<String> messageId) {
        return entry.deeds().stream()
                .filter(deed -> DECISIONS.contains(deed.action()))
                .filter(deed -> messageId.map(id -> isAbout(deed, id)).orElse(true))
                .map(deed -> answer(entry, deed));
    }

    private static boolean isAbout(Deed deed, String messageId) {
        return deed.messages().stream().map(WhyRoutes::bare).anyMatch(messageId::equals);
    }

    private static Map<String, Object> answer(AuditEntry entry, Deed deed) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("at", entry.at().toString());
        answer.put("action", SettingFormats.word(deed.action()));
        answer.put("rule", deed.rule());
        if (!deed.folder().isEmpty()) {
            answer.put("folder", deed.folder());
        }
        answer.put("message-id", deed.messages().get(0));
        return answer;
    }

    private static String bare(String messageId) {
        String text = messageId.strip();
        return text.startsWith("<") && text.endsWith(">")
                ? text.substring(1, text.length() - 1)
                : text;
    }

    private static Username user(String text) {
        try {
            return Username.of(text);
        } catch (IllegalArgumentException e) {
            throw refusal(text);
        }
    }

    private static HaltException refusal(String user) {
        return ErrorResponder.builder()
                .statusCode(HttpStatus.BAD_REQUEST_400)
                .type(ErrorType.INVALID_ARGUMENT)
                .message("user = '%s' is not valid; expected one like anna@example.org", user)
                .haltError();
    }
}
