package org.jamestandem.pop3.journal.webadmin;

import com.google.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.james.core.Username;
import org.apache.james.webadmin.Constants;
import org.apache.james.webadmin.Routes;
import org.apache.james.webadmin.utils.ErrorResponder;
import org.apache.james.webadmin.utils.ErrorResponder.ErrorType;
import org.apache.james.webadmin.utils.JsonTransformer;
import org.apache.james.webadmin.utils.Responses;
import org.eclipse.jetty.http.HttpStatus;
import org.jamestandem.pop3.journal.LiveSession;
import org.jamestandem.pop3.journal.LiveSessions;
import spark.HaltException;
import spark.Request;
import spark.Response;
import spark.Service;

/**
 * An {@code extensions.routes} entry of {@code webadmin.properties}: who is logged in by POP3 on
 * this node.
 */
public final class SessionRoutes implements Routes {
    /**
     * Answers {@code GET}, with {@code ?user=} for one user's sessions, and {@code DELETE}, which
     * needs {@code ?user=} and answers how many it ended; 400 for what is no user name.
     */
    public static final String ALL = "/tandem/pop3/sessions";

    /** Answers {@code DELETE} with 204; 404 when there is no such session on this node. */
    public static final String ONE = "/tandem/pop3/sessions/:id";

    private final LiveSessions sessions;
    private final Clock clock;
    private final JsonTransformer json;

    @Inject
    public SessionRoutes(LiveSessions sessions, Clock clock, JsonTransformer json) {
        this.sessions = sessions;
        this.clock = clock;
        this.json = json;
    }

    @Override
    public String getBasePath() {
        return ALL;
    }

    @Override
    public void define(Service service) {
        service.get(ALL, this::list, json);
        service.delete(ALL, this::endAll, json);
        service.delete(ONE, this::end);
    }

    private List<Map<String, Object>> list(Request request, Response response) {
        Instant now = clock.instant();
        response.type(Constants.JSON_CONTENT_TYPE);
        return sessions.all().stream()
                .filter(
                        user(request)
                                .<Predicate<LiveSession>>map(SessionRoutes::of)
                                .orElse(any -> true))
                .map(session -> shown(session, now))
                .toList();
    }

    private Map<String, Object> endAll(Request request, Response response) {
        Username user =
                user(request)
                        .orElseThrow(
                                () ->
                                        refusal(
                                                HttpStatus.BAD_REQUEST_400,
                                                ErrorType.INVALID_ARGUMENT,
                                                "whose sessions? expected ?user=anna@example.org"));
        List<LiveSession> ended = sessions.all().stream().filter(of(user)).toList();
        ended.forEach(LiveSession::end);
        response.type(Constants.JSON_CONTENT_TYPE);
        return Map.of("ended", ended.size());
    }

    private String end(Request request, Response response) {
        String id = request.params("id");
        id(id).flatMap(sessions::find)
                .orElseThrow(
                        () ->
                                refusal(
                                        HttpStatus.NOT_FOUND_404,
                                        ErrorType.NOT_FOUND,
                                        "There is no session " + id + " on this node"))
                .end();
        return Responses.returnNoContent(response);
    }

    private static Map<String, Object> shown(LiveSession session, Instant now) {
        LiveSession.Tally tally = session.tally(now);
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", session.id().toString());
        shown.put("user", session.reader().user().asString());
        shown.put("device", session.reader().device().name());
        shown.put("address", session.address());
        shown.put("since", session.since().toString());
        shown.put("offered", tally.offered());
        shown.put("top", tally.top());
        shown.put("retr", tally.retr());
        shown.put("dele", tally.dele());
        shown.put("octets", tally.octets());
        return shown;
    }

    private static Predicate<LiveSession> of(Username user) {
        return session -> session.reader().user().equals(user);
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Username> user(Request request) {
        String name = request.queryParams("user");
        try {
            return Optional.ofNullable(name).map(Username::of);
        } catch (IllegalArgumentException e) {
            throw refusal(
                    HttpStatus.BAD_REQUEST_400,
                    ErrorType.INVALID_ARGUMENT,
                    "'" + name + "' is not a user name; expected one like anna@example.org");
        }
    }

    private static HaltException refusal(int status, ErrorType type, String message) {
        return ErrorResponder.builder().statusCode(status).type(type).message(message).haltError();
    }
}
