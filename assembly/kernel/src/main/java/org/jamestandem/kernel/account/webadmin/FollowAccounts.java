package org.jamestandem.kernel.account.webadmin;

import com.google.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.james.core.Username;
import org.apache.james.task.TaskManager;
import org.apache.james.user.api.UsersRepository;
import org.apache.james.user.api.UsersRepositoryException;
import org.apache.james.webadmin.Routes;
import org.apache.james.webadmin.utils.ErrorResponder;
import org.apache.james.webadmin.utils.ErrorResponder.ErrorType;
import org.eclipse.jetty.http.HttpStatus;
import org.jamestandem.kernel.account.ForgetUser;
import org.jamestandem.kernel.account.RenameUser;
import org.jamestandem.kernel.tasks.WorkOrder;
import org.jamestandem.kernel.tasks.Works;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spark.Request;
import spark.Response;
import spark.Service;

/**
 * An {@code extensions.routes} entry of {@code webadmin.properties}: lets what is kept about users
 * follow James' own requests that rename and delete them. A dropped jar cannot add a step to James'
 * own task, so there is one task before it and one behind it; James runs tasks one after another.
 */
public final class FollowAccounts implements Routes {
    private static final String USERS = "/users";
    private static final String USER = USERS + "/:user";
    private static final String RENAME = USER + "/rename/:name";
    private static final String POST = "POST";
    private static final String DELETE = "DELETE";
    private static final String ACTION = "action";
    private static final String TASK = "Location";
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Logger LOGGER = LoggerFactory.getLogger(FollowAccounts.class);

    private final ForgetUser forget;
    private final Works works;
    private final TaskManager tasks;
    private final UsersRepository users;

    @Inject
    public FollowAccounts(
            ForgetUser forget, Works works, TaskManager tasks, UsersRepository users) {
        this.forget = forget;
        this.works = works;
        this.tasks = tasks;
        this.users = users;
    }

    /** James asks for credentials below it before it asks us. */
    @Override
    public String getBasePath() {
        return USERS;
    }

    @Override
    public void define(Service service) {
        service.before(RENAME, this::beforeRename);
        service.after(RENAME, this::afterRename);
        service.after(USER, this::afterDelete);
    }

    /** The new name has everything before the mail is there. */
    private void beforeRename(Request request, Response response) throws UsersRepositoryException {
        if (request.requestMethod().equals(POST) && willBeRenamed(request)) {
            tasks.submit(works.task(order(request, true, Optional.empty())));
        }
    }

    private void afterRename(Request request, Response response) {
        String task = response.raw().getHeader(TASK);
        if (request.requestMethod().equals(POST)
                && response.status() == HttpStatus.CREATED_201
                && task != null) {
            String id = task.substring(task.lastIndexOf('/') + 1);
            tasks.submit(works.task(order(request, false, Optional.of(id))));
        }
    }

    /** Not a task: who gets the name next may come at once. */
    private void afterDelete(Request request, Response response) {
        if (!request.requestMethod().equals(DELETE)
                || response.status() != HttpStatus.NO_CONTENT_204) {
            return;
        }
        Username user = Username.of(request.params("user"));
        try {
            forget.forget(user).block(PATIENCE);
        } catch (RuntimeException e) {
            LOGGER.error("{} is deleted, but not what is kept about it", user.asString(), e);
            throw ErrorResponder.builder()
                    .statusCode(HttpStatus.INTERNAL_SERVER_ERROR_500)
                    .type(ErrorType.SERVER_ERROR)
                    .message(
                            "The user is deleted, but not all that is kept about it: repeat with"
                                    + " DELETE /tandem/users/%s",
                            user.asString())
                    .cause(e)
                    .haltError();
        }
    }

    private boolean willBeRenamed(Request request) throws UsersRepositoryException {
        return "rename".equals(request.queryParams(ACTION))
                && isUser(request.params("user"))
                && isUser(request.params("name"));
    }

    /** Says no to what James will refuse. */
    private boolean isUser(String name) throws UsersRepositoryException {
        try {
            return users.contains(Username.of(name));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static WorkOrder order(Request request, boolean copyOnly, Optional<String> after) {
        Map<String, String> parameters = new HashMap<>();
        parameters.put(RenameUser.FROM, Username.of(request.params("user")).asString());
        parameters.put(RenameUser.TO, Username.of(request.params("name")).asString());
        parameters.put(RenameUser.COPY_ONLY, Boolean.toString(copyOnly));
        after.ifPresent(id -> parameters.put(RenameUser.AFTER_TASK, id));
        return new WorkOrder(RenameUser.NAME, parameters);
    }
}
