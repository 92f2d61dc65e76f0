package org.jamestandem.kernel.tasks.webadmin;

import com.google.inject.Inject;
import java.util.UUID;
import org.apache.james.task.Task;
import org.apache.james.task.TaskExecutionDetails;
import org.apache.james.task.TaskId;
import org.apache.james.task.TaskManager;
import org.apache.james.task.TaskNotFoundException;
import org.apache.james.webadmin.Routes;
import org.apache.james.webadmin.tasks.TaskFromRequest;
import org.apache.james.webadmin.utils.ErrorResponder;
import org.apache.james.webadmin.utils.ErrorResponder.ErrorType;
import org.apache.james.webadmin.utils.JsonTransformer;
import org.eclipse.jetty.http.HttpStatus;
import org.jamestandem.kernel.tasks.WorkDetails;
import org.jamestandem.kernel.tasks.Works;
import spark.HaltException;
import spark.Request;
import spark.Service;

/** An {@code extensions.routes} entry of {@code webadmin.properties}: resumes tasks of ours. */
public final class TaskRoutes implements Routes {
    /**
     * Answers {@code POST} with the id of a new task that goes on where a failed or cancelled one
     * stopped; 400 for what is no task id, 404 for a task that is not known, 409 for one that is
     * not of Tandem or has not stopped early.
     */
    public static final String RESUME = "/tandem/tasks/:id/resume";

    private final Works works;
    private final TaskManager tasks;
    private final JsonTransformer json;

    @Inject
    public TaskRoutes(Works works, TaskManager tasks, JsonTransformer json) {
        this.works = works;
        this.tasks = tasks;
        this.json = json;
    }

    @Override
    public String getBasePath() {
        return "/tandem/tasks";
    }

    @Override
    public void define(Service service) {
        TaskFromRequest resumed = this::resumed;
        service.post(RESUME, resumed.asRoute(tasks), json);
    }

    private Task resumed(Request request) {
        String id = request.params("id");
        TaskExecutionDetails task = task(id);
        WorkDetails stopped =
                task.getAdditionalInformation()
                        .filter(WorkDetails.class::isInstance)
                        .map(WorkDetails.class::cast)
                        .filter(details -> hasStoppedEarly(task.getStatus()))
                        .orElseThrow(() -> cannotBeResumed(id, task));
        return works.task(stopped.order(), stopped.progress().place());
    }

    private TaskExecutionDetails task(String id) {
        try {
            return tasks.getExecutionDetails(new TaskId(UUID.fromString(id)));
        } catch (IllegalArgumentException e) {
            throw refusal(
                    HttpStatus.BAD_REQUEST_400,
                    ErrorType.INVALID_ARGUMENT,
                    "'" + id + "' is not a task id");
        } catch (TaskNotFoundException e) {
            throw refusal(HttpStatus.NOT_FOUND_404, ErrorType.NOT_FOUND, "There is no task " + id);
        }
    }

    private static boolean hasStoppedEarly(TaskManager.Status status) {
        return status == TaskManager.Status.FAILED || status == TaskManager.Status.CANCELLED;
    }

    private static HaltException cannotBeResumed(String id, TaskExecutionDetails task) {
        return refusal(
                HttpStatus.CONFLICT_409,
                ErrorType.WRONG_STATE,
                "The task %s (%s, %s) cannot be resumed"
                        .formatted(id, task.getType().asString(), task.getStatus().getValue()));
    }

    private static HaltException refusal(int status, ErrorType type, String message) {
        return ErrorResponder.builder().statusCode(status).type(type).message(message).haltError();
    }
}
