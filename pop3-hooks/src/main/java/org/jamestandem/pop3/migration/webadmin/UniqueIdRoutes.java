package org.jamestandem.pop3.migration.webadmin;

import com.google.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.james.core.Username;
import org.apache.james.task.Task;
import org.apache.james.task.TaskId;
import org.apache.james.task.TaskManager;
import org.apache.james.task.TaskNotFoundException;
import org.apache.james.user.api.UsersRepository;
import org.apache.james.user.api.UsersRepositoryException;
import org.apache.james.webadmin.Constants;
import org.apache.james.webadmin.Routes;
import org.apache.james.webadmin.tasks.TaskFromRequest;
import org.apache.james.webadmin.utils.ErrorResponder;
import org.apache.james.webadmin.utils.ErrorResponder.ErrorType;
import org.apache.james.webadmin.utils.JsonTransformer;
import org.eclipse.jetty.http.HttpStatus;
import org.jamestandem.kernel.tasks.WorkDetails;
import org.jamestandem.kernel.tasks.WorkOrder;
import org.jamestandem.kernel.tasks.Works;
import org.jamestandem.pop3.migration.ImportBody;
import org.jamestandem.pop3.migration.ImportWork;
import org.jamestandem.pop3.migration.Imported;
import org.jamestandem.pop3.migration.Matched;
import org.jamestandem.pop3.migration.UniqueIdImports;
import org.jamestandem.pop3.migration.Uploads;
import reactor.core.publisher.Mono;
import spark.HaltException;
import spark.Request;
import spark.Response;
import spark.Service;

/**
 * An {@code extensions.routes} entry of {@code webadmin.properties}: gives the messages of a user
 * the unique-ids that clients know from another server.
 */
public final class UniqueIdRoutes implements Routes {
    /** Answers {@code POST} with what an import of that body would do. */
    public static final String PREVIEW = "/tandem/pop3/unique-ids/users/:user/preview";

    /**
     * Answers {@code POST} with the id of a task. 409 when clients have opened the maildrop on this
     * server and {@code ?replace} is not given.
     */
    public static final String IMPORT = "/tandem/pop3/unique-ids/users/:user/import";

    /**
     * Answers {@code GET} with every line that such a task gave to no message, as plain text; 404
     * for a task that is not known, or another, and a week after it.
     */
    public static final String REPORT = "/tandem/pop3/unique-ids/imports/:task/report";

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final UniqueIdImports imports;
    private final Uploads uploads;
    private final Works works;
    private final TaskManager tasks;
    private final UsersRepository users;
    private final JsonTransformer json;

    @Inject
    public UniqueIdRoutes(
            UniqueIdImports imports,
            Uploads uploads,
            Works works,
            TaskManager tasks,
            UsersRepository users,
            JsonTransformer json) {
        this.imports = imports;
        this.uploads = uploads;
        this.works = works;
        this.tasks = tasks;
        this.users = users;
        this.json = json;
    }

    @Override
    public String getBasePath() {
        return "/tandem/pop3/unique-ids";
    }

    @Override
    public void define(Service service) {
        service.post(PREVIEW, this::preview, json);
        TaskFromRequest importing = this::importing;
        service.post(IMPORT, importing.asRoute(tasks), json);
        service.get(REPORT, this::report);
    }

    private Map<String, Object> preview(Request request, Response response)
            throws UsersRepositoryException {
        Imported imported = wait(imports.preview(user(request), body(request))).orElseThrow();
        response.type(Constants.JSON_CONTENT_TYPE);
        return shown(imported);
    }

    private Task importing(Request request) throws UsersRepositoryException {
        Username user = user(request);
        body(request);
        boolean replace = request.queryParams("replace") != null;
        if (!replace && wait(imports.isOpened(user)).orElse(false)) {
            throw refusal(
                    HttpStatus.CONFLICT_409,
                    ErrorType.WRONG_STATE,
                    "Unique-ids of this maildrop are known to clients already; ask for a preview,"
                            + " or add ?replace");
        }
        UUID upload = UUID.randomUUID();
        wait(uploads.keep(upload, request.body()));
        return works.task(
                new WorkOrder(
                        ImportWork.NAME,
                        Map.of(
                                ImportWork.USER, user.asString(),
                                ImportWork.UPLOAD, upload.toString(),
                                ImportWork.REPLACE, Boolean.toString(replace))));
    }

    /** Every line that is no message's, made anew from what was uploaded. */
    private String report(Request request, Response response) {
        WorkOrder order = order(request.params("task"));
        Matched matched =
                wait(uploads.of(UUID.fromString(order.parameter(ImportWork.UPLOAD)))
                                .map(ImportBody::read)
                                .flatMap(
                                        body ->
                                                imports.preview(
                                                        Username.of(
                                                                order.parameter(ImportWork.USER)),
                                                        body)))
                        .map(Imported::matched)
                        .orElseThrow(() -> unknown(request.params("task")));
        response.type("text/plain; charset=utf-8");
        return matched.lines().collect(Collectors.joining("\n", "", "\n"));
    }

    private WorkOrder order(String id) {
        try {
            return tasks.getExecutionDetails(TaskId.fromString(id))
                    .getAdditionalInformation()
                    .filter(WorkDetails.class::isInstance)
                    .map(details -> ((WorkDetails) details).order())
                    .filter(order -> order.work().equals(ImportWork.NAME))
                    .orElseThrow(() -> unknown(id));
        } catch (IllegalArgumentException | TaskNotFoundException e) {
            throw unknown(id);
        }
    }

    private static HaltException unknown(String id) {
        return refusal(
                HttpStatus.NOT_FOUND_404,
                ErrorType.NOT_FOUND,
                "There is no import with the id " + id + ", or its list is gone");
    }

    private static <T> Optional<T> wait(Mono<T> work) {
        return work.blockOptional(PATIENCE);
    }

    private static Map<String, Object> shown(Imported imported) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("messages", imported.messages());
        shown.put("matched", imported.matched().aliases().size());
        shown.put("downloadedAgain", imported.downloadedAgain());
        shown.put("openedBefore", imported.opened());
        shown.put("ambiguous", imported.matched().ambiguous());
        shown.put("unmatched", imported.matched().unmatched());
        shown.put("unreadable", imported.matched().unreadable());
        return shown;
    }

    private static ImportBody body(Request request) {
        try {
            return ImportBody.read(request.body());
        } catch (IllegalArgumentException e) {
            throw refusal(
                    HttpStatus.BAD_REQUEST_400,
                    ErrorType.INVALID_ARGUMENT,
                    String.valueOf(e.getMessage()));
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
            throw refusal(
                    HttpStatus.BAD_REQUEST_400,
                    ErrorType.INVALID_ARGUMENT,
                    "'" + name + "' is not a user name; expected one like anna@example.org");
        }
        throw refusal(HttpStatus.NOT_FOUND_404, ErrorType.NOT_FOUND, "There is no user " + name);
    }

    private static HaltException refusal(int status, ErrorType type, String message) {
        return ErrorResponder.builder().statusCode(status).type(type).message(message).haltError();
    }
}
