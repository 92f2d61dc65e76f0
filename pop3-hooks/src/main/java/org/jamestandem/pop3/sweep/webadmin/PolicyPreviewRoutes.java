package org.jamestandem.pop3.sweep.webadmin;

import com.google.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.james.core.Username;
import org.apache.james.task.Task;
import org.apache.james.task.TaskManager;
import org.apache.james.user.api.UsersRepositoryException;
import org.apache.james.webadmin.Constants;
import org.apache.james.webadmin.Routes;
import org.apache.james.webadmin.tasks.TaskFromRequest;
import org.apache.james.webadmin.utils.JsonTransformer;
import org.jamestandem.kernel.settings.InvalidSetting;
import org.jamestandem.kernel.tasks.WorkOrder;
import org.jamestandem.kernel.tasks.Works;
import org.jamestandem.pop3.policy.PolicyBook;
import org.jamestandem.pop3.policy.PolicyJson;
import org.jamestandem.pop3.policy.PolicyLayer;
import org.jamestandem.pop3.policy.PolicyScope;
import org.jamestandem.pop3.policy.webadmin.PolicyRoutes;
import org.jamestandem.pop3.policy.webadmin.RequestedScopes;
import org.jamestandem.pop3.sweep.Amount;
import org.jamestandem.pop3.sweep.ChangeReport;
import org.jamestandem.pop3.sweep.PolicyChanges;
import org.jamestandem.pop3.sweep.PolicyPreviewWork;
import spark.Request;
import spark.Response;
import spark.Service;

/**
 * An {@code extensions.routes} entry of {@code webadmin.properties}: says what a policy would do
 * before it is set. The body is one that {@link PolicyRoutes} would store.
 */
public final class PolicyPreviewRoutes implements Routes {
    /** Added to a path of {@link PolicyRoutes}; {@code POST}. 400 and 404 as there. */
    public static final String PREVIEW = "/preview";

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final PolicyBook policies;
    private final PolicyChanges changes;
    private final RequestedScopes scopes;
    private final Works works;
    private final TaskManager tasks;
    private final JsonTransformer json;

    @Inject
    public PolicyPreviewRoutes(
            PolicyBook policies,
            PolicyChanges changes,
            RequestedScopes scopes,
            Works works,
            TaskManager tasks,
            JsonTransformer json) {
        this.policies = policies;
        this.changes = changes;
        this.scopes = scopes;
        this.works = works;
        this.tasks = tasks;
        this.json = json;
    }

    @Override
    public String getBasePath() {
        return "/tandem/pop3/policy";
    }

    @Override
    public void define(Service service) {
        TaskFromRequest everybody = request -> task(request, PolicyScope.DEFAULT);
        TaskFromRequest domain = request -> task(request, scopes.domain(request));
        service.post(PolicyRoutes.DEFAULT + PREVIEW, everybody.asRoute(tasks), json);
        service.post(PolicyRoutes.DOMAIN + PREVIEW, domain.asRoute(tasks), json);
        service.post(
                PolicyRoutes.USER + PREVIEW,
                (request, response) -> report(request, scopes.user(request), response),
                json);
        service.post(
                PolicyRoutes.DEVICE + PREVIEW,
                (request, response) -> report(request, scopes.device(request), response),
                json);
    }

    private Task task(Request request, PolicyScope scope) {
        Map<String, String> parameters = new TreeMap<>();
        parameters.put(PolicyPreviewWork.POLICY, PolicyJson.write(checked(request, scope)));
        parameters.put(PolicyPreviewWork.PER_SECOND, Integer.toString(SweepPace.of(request)));
        if (scope instanceof PolicyScope.OfDomain one) {
            parameters.put(PolicyPreviewWork.DOMAIN, one.domain().asString());
        }
        return works.task(new WorkOrder(PolicyPreviewWork.NAME, parameters));
    }

    private Map<String, Object> report(Request request, PolicyScope scope, Response response)
            throws UsersRepositoryException {
        Username user = scopes.existingUser(request);
        PolicyLayer layer = checked(request, scope);
        ChangeReport report = changes.preview(user, scope, layer).block(PATIENCE);
        response.type(Constants.JSON_CONTENT_TYPE);
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("user", user.asString());
        shown.put("devices", report.devices().stream().map(PolicyPreviewRoutes::shown).toList());
        shown.put("endings", report.endings().stream().map(PolicyPreviewRoutes::shown).toList());
        return shown;
    }

    private PolicyLayer checked(Request request, PolicyScope scope) {
        try {
            PolicyLayer layer = PolicyJson.read("request", request.body());
            List<String> problems =
                    policies.preview(scope, layer)
                            .blockOptional(PATIENCE)
                            .orElseThrow()
                            .contradictions();
            if (problems.isEmpty()) {
                return layer;
            }
            throw RequestedScopes.badRequest(problems.get(0));
        } catch (InvalidSetting e) {
            throw RequestedScopes.badRequest(e.getMessage());
        }
    }

    private static Map<String, Object> shown(ChangeReport.OfDevice one) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("device", one.device().name());
        shown.put("downloadedAgain", shown(one.downloadedAgain()));
        shown.put("noLongerOffered", shown(one.noLongerOffered()));
        shown.put("offeredInAddition", shown(one.offeredInAddition()));
        return shown;
    }

    private static Map<String, Object> shown(ChangeReport.OfDay one) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("from", one.from().toString());
        shown.put("action", one.action().word());
        shown.putAll(shown(one.amount()));
        return shown;
    }

    private static Map<String, Object> shown(Amount amount) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("messages", amount.messages());
        shown.put("octets", amount.octets());
        return shown;
    }
}
