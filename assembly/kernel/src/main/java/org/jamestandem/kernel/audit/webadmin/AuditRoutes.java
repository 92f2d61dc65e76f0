package org.jamestandem.kernel.audit.webadmin;

import com.google.inject.Inject;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.james.core.Username;
import org.apache.james.webadmin.Constants;
import org.apache.james.webadmin.Routes;
import org.apache.james.webadmin.utils.ErrorResponder;
import org.apache.james.webadmin.utils.ErrorResponder.ErrorType;
import org.apache.james.webadmin.utils.JsonTransformer;
import org.eclipse.jetty.http.HttpStatus;
import org.jamestandem.kernel.audit.AuditEntry;
import org.jamestandem.kernel.audit.AuditTrail;
import reactor.core.publisher.Flux;
import spark.HaltException;
import spark.Request;
import spark.Response;
import spark.Service;

/**
 * An {@code extensions.routes} entry of {@code webadmin.properties}: answers "where did my mail
 * go?" for a user, or for one message of his.
 */
public final class AuditRoutes implements Routes {
    /**
     * Answers {@code GET}: the latest entries first; 400 for what cannot be read. Parameters, all
     * optional: {@code from} and {@code to} (instants of ISO 8601), {@code message} (its id as
     * James writes it), {@code limit} (entries, 1 to 1000, by default 100).
     */
    public static final String USER = "/tandem/audit/users/:user";

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int MOST = 1_000;
    private static final int USUAL = 100;

    private final AuditTrail trail;
    private final Clock clock;
    private final JsonTransformer json;

    @Inject
    public AuditRoutes(AuditTrail trail, Clock clock, JsonTransformer json) {
        this.trail = trail;
        this.clock = clock;
        this.json = json;
    }

    @Override
    public String getBasePath() {
        return "/tandem/audit";
    }

    @Override
    public void define(Service service) {
        service.get(USER, this::entries, json);
    }

    private Map<String, Object> entries(Request request, Response response) {
        Username user = read("user", request.params("user"), "anna@example.org", Username::of);
        Instant from = instant(request, "from").orElse(Instant.EPOCH);
        Instant to = instant(request, "to").orElseGet(() -> clock.instant().plusSeconds(1));
        Optional<String> message = parameter(request, "message");
        int limit =
                parameter(request, "limit")
                        .map(text -> read("limit", text, "100", AuditRoutes::limit))
                        .orElse(USUAL);
        Flux<AuditEntry> found = trail.entries(user, from, to);
        EntryAnswer answer = new EntryAnswer(message);
        response.type(Constants.JSON_CONTENT_TYPE);
        return Map.of(
                "user",
                user.asString(),
                "entries",
                found.concatMapIterable(entry -> answer.of(entry).stream().toList())
                        .take(limit)
                        .collectList()
                        .block(PATIENCE));
    }

    private static Optional<Instant> instant(Request request, String name) {
        return parameter(request, name)
                .map(text -> read(name, text, "2026-01-31T08:00:00Z", Instant::parse));
    }

    private static Optional<String> parameter(Request request, String name) {
        return Optional.ofNullable(request.queryParams(name));
    }

    private static int limit(String text) {
        int limit = Integer.parseInt(text);
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("from 1 to " + MOST);
        }
        return limit;
    }

    private static <T> T read(
            String name, String text, String example, Function<String, T> reading) {
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw refusal("%s = '%s' is not valid; expected one like %s", name, text, example);
        }
    }

    private static HaltException refusal(String format, Object... parts) {
        return ErrorResponder.builder()
                .statusCode(HttpStatus.BAD_REQUEST_400)
                .type(ErrorType.INVALID_ARGUMENT)
                .message(format, parts)
                .haltError();
    }
}
