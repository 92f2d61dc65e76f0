package org.jamestandem.kernel.account.webadmin;

import com.google.inject.Inject;
import java.util.Map;
import org.apache.james.core.Username;
import org.apache.james.task.Task;
import org.apache.james.task.TaskManager;
import org.apache.james.webadmin.Routes;
import org.apache.james.webadmin.tasks.TaskFromRequest;
import org.apache.james.webadmin.utils.ErrorResponder;
import org.apache.james.webadmin.utils.ErrorResponder.ErrorType;
import org.apache.james.webadmin.utils.JsonTransformer;
import org.eclipse.jetty.http.HttpStatus;
import org.jamestandem.kernel.account.ForgetUser;
import org.jamestandem.kernel.account.RenameUser;
import org.jamestandem.kernel.tasks.WorkOrder;
import org.jamestandem.kernel.tasks.Works;
import spark.HaltException;
import spark.Request;
import spark.Service;

/**
 * An {@code extensions.routes} entry of {@code webadmin.properties}: moves or forgets what is kept
 * about a user, for users who were renamed or deleted by other means than webadmin.
 */
public final class AccountRoutes implements Routes {
    /**
     * Answers {@code POST} with the id of a task that gives the new name everything that is kept
     * under the old one; 400 when one of them is no user name, or both are the same.
     */
    public static final String RENAME = "/tandem/users/:user/rename-to/:name";

    /**
     * Answers {@code DELETE} with the id of a task that forgets everything about the user; 400 for
     * what is no user name.
     */
    public static final String USER = "/tandem/users/:user";

    private final Works works;
    private final TaskManager tasks;
    private final JsonTransformer json;

    @Inject
    public AccountRoutes(Works works, TaskManager tasks, JsonTransformer json) {
        this.works = works;
        this.tasks = tasks;
        this.json = json;
    }

    @Override
    public String getBasePath() {
        return "/tandem/users";
    }

    @Override
    public void define(Service service) {
        TaskFromRequest renaming = this::renaming;
        TaskFromRequest forgetting = this::forgetting;
        service.post(RENAME, renaming.asRoute(tasks), json);
        service.delete(USER, forgetting.asRoute(tasks), json);
    }

    private Task renaming(Request request) {
        Username from = user(request, "user");
        Username to = user(request, "name");
        if (from.equals(to)) {
            throw invalid("'" + to.asString() + "' is the old name and the new one");
        }
        return works.task(
                new WorkOrder(
                        RenameUser.NAME,
                        Map.of(
                                RenameUser.FROM, from.asString(),
                                RenameUser.TO, to.asString(),
                                RenameUser.COPY_ONLY, "false")));
    }

    private Task forgetting(Request request) {
        return works.task(
                new WorkOrder(
                        ForgetUser.NAME,
                        Map.of(ForgetUser.USER, user(request, "user").asString())));
    }

    private static Username user(Request request, String parameter) {
        String name = request.params(parameter);
        try {
            return Username.of(name);
        } catch (IllegalArgumentException e) {
            throw invalid("'" + name + "' is not a user name; expected one like anna@example.org");
        }
    }

    private static HaltException invalid(String message) {
        return ErrorResponder.builder()
                .statusCode(HttpStatus.BAD_REQUEST_400)
                .type(ErrorType.INVALID_ARGUMENT)
                .message(message)
                .haltError();
    }
}
