package org.jamestandem.pop3.sweep.webadmin;

import com.google.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
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
import org.jamestandem.kernel.settings.SettingFormat;
import org.jamestandem.kernel.settings.SettingFormats;
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
     * Answers {@code GET} with the counts of such a task as a table in plain text; 404 for a task
     * that is not known, or another.
     */
    public static final String TABLE = "/tandem/pop3/sweep/:task/table";

    private static final int PACE = 50;
    private static final SettingFormat<Integer> PER_SECOND = SettingFormats.wholeNumber(1, 1000);
    private static final List<String> COLUMNS = List.of("messages", "octets", "users");

    private final Works works;
    private final TaskManager tasks;
    private final JsonTransformer json;

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
        service.get(TABLE, this::table);
    }

    private Task sweep(Request request) {
        boolean dryRun = request.queryParams().contains("dryRun");
        int pace =
                Optional.ofNullable(request.queryParams("perSecond"))
                        .map(SweepRoutes::pace)
                        .orElse(PACE);
        return works.task(
                new WorkOrder(
                        SweepWork.NAME,
                        Map.of(
                                SweepWork.DRY_RUN, Boolean.toString(dryRun),
                                SweepWork.PER_SECOND, Integer.toString(pace))));
    }

    private String table(Request request, Response response) {
        Map<String, Long> counts = details(request.params("task")).progress().counts();
        response.type("text/plain; charset=utf-8");
        TreeSet<String> domains = new TreeSet<>();
        counts.keySet().stream()
                .filter(name -> name.startsWith("messages "))
                .forEach(name -> domains.add(name.substring(name.indexOf(' '))));
        StringBuilder table = new StringBuilder(line("domain", COLUMNS));
        domains.forEach(domain -> table.append(row(domain.strip(), domain, counts)));
        return table.append(row("all", "", counts)).toString();
    }

    private static String row(String title, String suffix, Map<String, Long> counts) {
        return line(
                title,
                COLUMNS.stream()
                        .map(column -> counts.getOrDefault(column + suffix, 0L).toString())
                        .toList());
    }

    private static String line(String title, List<String> cells) {
        return "%-40s %12s %16s %10s%n".formatted(title, cells.get(0), cells.get(1), cells.get(2));
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

    private static int pace(String text) {
        try {
            return PER_SECOND.parse(text);
        } catch (IllegalArgumentException e) {
            throw refusal(
                    HttpStatus.BAD_REQUEST_400,
                    ErrorType.INVALID_ARGUMENT,
                    "perSecond = '%s' is not valid; expected %s, for example ?perSecond=50"
                            .formatted(text, PER_SECOND.expected()));
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
