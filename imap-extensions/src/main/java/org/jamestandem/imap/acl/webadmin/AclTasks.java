package org.jamestandem.imap.acl.webadmin;

import com.google.inject.Inject;
import java.util.Map;
import org.apache.james.task.Task;
import org.apache.james.task.TaskManager;
import org.apache.james.webadmin.tasks.TaskFromRequest;
import org.apache.james.webadmin.utils.JsonTransformer;
import org.jamestandem.imap.acl.james.ListCheck;
import org.jamestandem.imap.acl.james.ListSpread;
import org.jamestandem.kernel.tasks.WorkOrder;
import org.jamestandem.kernel.tasks.Works;
import spark.Request;
import spark.Service;

/** Long work on access control lists; part of {@link AclRoutes}. */
final class AclTasks {
    private static final String REPAIR = "repair";

    private final Works works;
    private final TaskManager tasks;
    private final JsonTransformer json;

    @Inject
    AclTasks(Works works, TaskManager tasks, JsonTransformer json) {
        this.works = works;
        this.tasks = tasks;
        this.json = json;
    }

    /** Answers {@code POST} with the id of a task. */
    void define(Service service, String base) {
        TaskFromRequest check = this::check;
        service.post(base + "/check", check.asRoute(tasks), json);
        TaskFromRequest spread = this::spread;
        service.post(base + "/spread/:owner/:mailbox", spread.asRoute(tasks), json);
    }

    private Task spread(Request request) {
        return works.task(
                new WorkOrder(
                        ListSpread.NAME,
                        Map.of(
                                ListSpread.OWNER,
                                request.params("owner"),
                                ListSpread.MAILBOX,
                                request.params("mailbox"))));
    }

    private Task check(Request request) {
        boolean repair = request.queryParams().contains(REPAIR);
        return works.task(
                new WorkOrder(ListCheck.NAME, Map.of(ListCheck.REPAIR, Boolean.toString(repair))));
    }
}
