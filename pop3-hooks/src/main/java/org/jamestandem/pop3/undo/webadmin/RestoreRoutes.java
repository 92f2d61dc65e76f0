package org.jamestandem.pop3.undo.webadmin;

import com.google.inject.Inject;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.james.core.Username;
import org.apache.james.task.Task;
import org.apache.james.task.TaskManager;
import org.apache.james.user.api.UsersRepository;
import org.apache.james.user.api.UsersRepositoryException;
import org.apache.james.webadmin.Routes;
import org.apache.james.webadmin.tasks.TaskFromRequest;
import org.apache.james.webadmin.utils.ErrorResponder;
import org.apache.james.webadmin.utils.ErrorResponder.ErrorType;
import org.apache.james.webadmin.utils.JsonTransformer;
import org.eclipse.jetty.http.HttpStatus;
import org.jamestandem.kernel.tasks.WorkOrder;
import org.jamestandem.kernel.tasks.Works;
import org.jamestandem.pop3.undo.LostMail;
import org.jamestandem.pop3.undo.Restoration;
import spark.HaltException;
import spark.Request;
import spark.Response;
import spark.Service;

/**
 * An {@code extensions.routes} entry of {@code webadmin.properties}: brings back what a user has
 * lost by POP3.
 */
public final class RestoreRoutes implements Routes {
    /**
     * Answers {@code GET} with whether removed mail is restorable on this server, and {@code POST},
     * which needs {@code ?since=} or {@code ?message=}, with the id of a task; 400 for what cannot
     * be read, 404 for a user that is not there.
     */
    public static final String USER = "/tandem/pop3/restore/users/:user";

    private final LostMail mail;
    private final Works works;
    private final TaskManager tasks;
    private final UsersRepository users;
    private final JsonTransformer json;

    @Inject
    public RestoreRoutes(
            LostMail mail,
            Works works,
            TaskManager tasks,
            UsersRepository users,
            JsonTransformer json) {
        this.mail = mail;
        this.works = works;
        this.tasks = tasks;
        this.users = users;
        this.json = json;
    }

    @Override
    public String getBasePath() {
        return "/tandem/pop3/restore";
    }

    @Override
    public void define(Service service) {
        TaskFromRequest restoration = this::restoration;
        service.post(USER, restoration.asRoute(tasks), json);
        service.get(USER, this::restorable, json);
    }

    private Map<String, Object> restorable(Request request, Response response)
            throws UsersRepositoryException {
        return Map.of(
                "user", user(request).asString(), "removed-mail-restorable", mail.keepsCopies());
    }

    private Task restoration(Request request) throws UsersRepositoryException {
        Map<String, String> parameters = new HashMap<>();
        parameters.put(Restoration.USER, user(request).asString());
        String since = request.queryParams(Restoration.SINCE);
        String message = request.queryParams(Restoration.MESSAGE);
        if ((since == null) == (message == null)) {
            throw invalid("expected either ?since=2026-01-31T08:00:00Z or ?message=ID");
        }
        if (since == null) {
            parameters.put(Restoration.MESSAGE, message);
        } else {
            parameters.put(Restoration.SINCE, instant(since).toString());
        }
        return works.task(new WorkOrder(Restoration.NAME, parameters));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw invalid(
                    "since = '" + text + "' is not valid; expected one like 2026-01-31T08:00:00Z");
        }
    }

    private Username user(Request request) throws UsersRepositoryException {
        String name = request.params("user");
        try {
            Username user = Username.of(name);
            if (users.contains(user)) {
                return user;
            }
        } catch (IllegalArgumentException e) {
            throw invalid("'" + name + "' is not a user name; expected one like anna@example.org");
        }
        throw refusal(HttpStatus.NOT_FOUND_404, ErrorType.NOT_FOUND, "There is no user " + name);
    }

    private static HaltException invalid(String message) {
        return refusal(HttpStatus.BAD_REQUEST_400, ErrorType.INVALID_ARGUMENT, message);
    }

    private static HaltException refusal(int status, ErrorType type, String message) {
        return ErrorResponder.builder().statusCode(status).type(type).message(message).haltError();
    }
}
