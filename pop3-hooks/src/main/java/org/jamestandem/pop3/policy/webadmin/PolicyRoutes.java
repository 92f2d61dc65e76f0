package org.jamestandem.pop3.policy.webadmin;

import com.google.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.james.core.Username;
import org.apache.james.user.api.UsersRepositoryException;
import org.apache.james.webadmin.Constants;
import org.apache.james.webadmin.Routes;
import org.apache.james.webadmin.utils.JsonTransformer;
import org.apache.james.webadmin.utils.Responses;
import org.eclipse.jetty.http.HttpStatus;
import org.jamestandem.kernel.settings.InvalidSetting;
import org.jamestandem.pop3.policy.PolicyBook;
import org.jamestandem.pop3.policy.PolicyJson;
import org.jamestandem.pop3.policy.PolicyLayer;
import org.jamestandem.pop3.policy.PolicyScope;
import org.jamestandem.pop3.policy.PolicyWatch;
import org.jamestandem.pop3.reader.Device;
import org.jamestandem.pop3.reader.Reader;
import reactor.core.publisher.Mono;
import spark.Request;
import spark.Response;
import spark.Service;

/**
 * The {@code extensions.routes} entry of {@code webadmin.properties}: shows, sets and takes back
 * POP3 policies while the server runs, in the words of {@code tandem.xml}.
 *
 * <p>Each scope answers {@code GET} with what is stored for it, {@code PUT} of a JSON object, which
 * takes the place of all that was stored, and {@code DELETE}, after which {@code tandem.xml} holds
 * again. 400 for a name that cannot be, or a policy that is wrong; 404 for a user that is not.
 */
public final class PolicyRoutes implements Routes {
    /** The policy of everybody. */
    public static final String DEFAULT = "/tandem/pop3/policy/default";

    /** The policy of a domain's users. */
    public static final String DOMAIN = "/tandem/pop3/policy/domains/:domain";

    /** The policy of a user. */
    public static final String USER = "/tandem/pop3/policy/users/:user";

    /** The policy of a user's device. */
    public static final String DEVICE = "/tandem/pop3/policy/users/:user/devices/:device";

    /** Answers {@code GET}, with {@code ?device=} for a device, with what holds in the end. */
    public static final String EFFECTIVE = "/tandem/pop3/policy/users/:user/effective";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PolicyBook policies;
    private final RequestedScopes scopes;
    private final PolicyWatch watch;
    private final JsonTransformer json;

    @Inject
    public PolicyRoutes(
            PolicyBook policies, RequestedScopes scopes, PolicyWatch watch, JsonTransformer json) {
        this.policies = policies;
        this.scopes = scopes;
        this.watch = watch;
        this.json = json;
    }

    @Override
    public String getBasePath() {
        return "/tandem/pop3/policy";
    }

    @Override
    public void define(Service service) {
        service.get(EFFECTIVE, this::effective, json);
        define(service, DEFAULT, request -> PolicyScope.DEFAULT);
        define(service, DOMAIN, scopes::domain);
        define(service, USER, scopes::user);
        define(service, DEVICE, scopes::device);
    }

    private void define(Service service, String path, ScopeOfRequest scope) {
        service.get(path, (request, response) -> stored(scope.in(request), response), json);
        service.put(path, (request, response) -> store(scope.in(request), request, response));
        service.delete(
                path,
                (request, response) -> {
                    PolicyScope one = scope.in(request);
                    return change(one, policies.remove(one), response);
                });
    }

    private Map<String, Object> stored(PolicyScope scope, Response response) {
        response.type(Constants.JSON_CONTENT_TYPE);
        return wait(policies.stored(scope)).orElseThrow().json();
    }

    private String store(PolicyScope scope, Request request, Response response) {
        try {
            PolicyLayer layer = PolicyJson.read("request", request.body());
            return change(scope, policies.store(scope, layer), response);
        } catch (InvalidSetting e) {
            throw RequestedScopes.badRequest(e.getMessage());
        }
    }

    private String change(PolicyScope scope, Mono<Void> change, Response response) {
        Mono<String> task =
                policies.of(scope)
                        .flatMap(
                                before ->
                                        change.then(policies.of(scope))
                                                .flatMap(
                                                        after ->
                                                                watch.changed(
                                                                        scope, before, after)));
        return wait(task)
                .map(id -> started(id, response))
                .orElseGet(() -> Responses.returnNoContent(response));
    }

    private static String started(String task, Response response) {
        response.status(HttpStatus.ACCEPTED_202);
        response.type(Constants.JSON_CONTENT_TYPE);
        return "{\"taskId\":\"" + task + "\"}";
    }

    private Map<String, Object> effective(Request request, Response response)
            throws UsersRepositoryException {
        Username user = scopes.existingUser(request);
        Device device =
                Optional.ofNullable(request.queryParams("device"))
                        .map(RequestedScopes::device)
                        .orElse(Device.DEFAULT);
        response.type(Constants.JSON_CONTENT_TYPE);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("user", user.asString());
        if (!device.equals(Device.DEFAULT)) {
            answer.put("device", device.name());
        }
        answer.put(
                "policy",
                wait(policies.of(new Reader(user, device))).orElseThrow().asLayer().json());
        return answer;
    }

    private static <T> Optional<T> wait(Mono<T> work) {
        return work.blockOptional(PATIENCE);
    }

    private interface ScopeOfRequest {
        PolicyScope in(Request request) throws UsersRepositoryException;
    }
}
