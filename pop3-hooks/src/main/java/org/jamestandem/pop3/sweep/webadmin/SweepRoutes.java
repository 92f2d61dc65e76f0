package org.jamestandem.pop3.sweep.webadmin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.james.task.Task;
import org.apache.james.task.TaskExecutionDetails;
import org.apache.james.task.TaskId;
import org.apache.james.task.TaskManager;
import org.apache.james.task.TaskNotFoundException;
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
import org.jamestandem.pop3.sweep.SweepWork;
import spark.HaltException;
import spark.Request;
import spark.Response;
import spark.Service;

/**
 * An {@code extensions.routes} entry of {@code webadmin.properties}: looks at all maildrops for
 * what has expired, or tells what such a look would do.
 */
public final class SweepRoutes implements Routes {
    /**
     * Answers {@code POST} with the id of a task. {@code ?dryRun} makes it a forecast, {@code
     * ?perSecond=} says how many maildrops a second; 400 for what is no number from 1 to 1000.
     */
    public static final String SWEEP = "/tandem/pop3/sweep";

    /**
     * Answers {@code GET} with the counts of such a task by domain, so far or in the end: as JSON,
     * or as a table in plain text for {@code Accept: text/plain}; 404 for a task that is not known,
     * or another.
     */
    public static final String COUNTS = "/tandem/pop3/sweep/:task";

    /**
     * Answers {@code GET} with the counts of such a task as a table in plain text; 404 for a task
     * that is not known, or another.
     */
    public static final String TABLE = "/tandem/pop3/sweep/:task/table";

    private static final String TEXT = "text/plain";

    private final Works works;
    private final TaskManager tasks;
    private final JsonTransformer json;
    private final ObjectMapper mapper = new ObjectMapper();

    @Inject
    public SweepRoutes(Works works, TaskManager tasks, JsonTransformer json) {
        this.works = works;
        this.tasks = tasks;
        this.json = json;
    }

    @Override
    public String getBasePath() {
        return SWEEP;
    }

    @Override
    public void define(Service service) {
        TaskFromRequest sweep = this::sweep;
        service.post(SWEEP, sweep.asRoute(tasks), json);
        service.get(COUNTS, this::counts);
        service.get(TABLE, this::table);
    }

    private Task sweep(Request request) {
        boolean dryRun = request.queryParams().contains("dryRun");
        int pace = SweepPace.of(request);
        return works.task(
                new WorkOrder(
                        SweepWork.NAME,
                        Map.of(
                                SweepWork.DRY_RUN, Boolean.toString(dryRun),
                                SweepWork.PER_SECOND, Integer.toString(pace))));
    }

    /** As text where the client prefers it, else as JSON. */
    private String counts(Request request, Response response) throws JsonProcessingException {
        String accepted = request.headers("Accept");
        if (accepted != null && accepted.contains(TEXT)) {
            return table(request, response);
        }
        WorkDetails details = details(request.params("task"));
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("dryRun", Boolean.valueOf(details.order().parameter(SweepWork.DRY_RUN)));
        shown.putAll(new SweepCounts(details.progress().counts()).json());
        response.type(Constants.JSON_CONTENT_TYPE);
        return mapper.writeValueAsString(shown);
    }

    private String table(Request request, Response response) {
        SweepCounts counts = new SweepCounts(details(request.params("task")).progress().counts());
        response.type(TEXT + "; charset=utf-8");
        return counts.table();
    }

    private WorkDetails details(String id) {
        try {
            return Optional.of(tasks.getExecutionDetails(new TaskId(UUID.fromString(id))))
                    .flatMap(TaskExecutionDetails::getAdditionalInformation)
                    .filter(WorkDetails.class::isInstance)
                    .map(WorkDetails.class::cast)
                    .filter(details -> details.order().work().equals(SweepWork.NAME))
                    .orElseThrow(() -> unknown(id));
        } catch (IllegalArgumentException | TaskNotFoundException e) {
            throw unknown(id);
        }
    }

    private static HaltException unknown(String id) {
        return refusal(
                HttpStatus.NOT_FOUND_404,
                ErrorType.NOT_FOUND,
                "There is no sweep with the id " + id);
    }

    private static HaltException refusal(int status, ErrorType type, String message) {
        return ErrorResponder.builder().statusCode(status).type(type).message(message).haltError();
    }
}
