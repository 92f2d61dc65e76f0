package org.jamestandem.pop3.policy.webadmin;

import com.google.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.james.core.Username;
import org.apache.james.user.api.UsersRepository;
import org.apache.james.user.api.UsersRepositoryException;
import org.apache.james.webadmin.Constants;
import org.apache.james.webadmin.Routes;
import org.apache.james.webadmin.utils.ErrorResponder;
import org.apache.james.webadmin.utils.ErrorResponder.ErrorType;
import org.apache.james.webadmin.utils.JsonTransformer;
import org.eclipse.jetty.http.HttpStatus;
import org.jamestandem.pop3.policy.Policies;
import org.jamestandem.pop3.reader.Reader;
import spark.HaltException;
import spark.Request;
import spark.Response;
import spark.Service;

/**
 * The {@code extensions.routes} entry of {@code webadmin.properties}: says which POP3 policy holds
 * for a user, in the words of {@code tandem.xml}.
 */
public final class PolicyRoutes implements Routes {
    /** Answers {@code GET}; 400 for a name that no user can have, 404 for one that none has. */
    public static final String EFFECTIVE = "/tandem/pop3/policy/users/:user/effective";

    private final Policies policies;
    private final UsersRepository users;
    private final JsonTransformer json;

    @Inject
    public PolicyRoutes(Policies policies, UsersRepository users, JsonTransformer json) {
        this.policies = policies;
        this.users = users;
        this.json = json;
    }

    @Override
    public String getBasePath() {
        return "/tandem/pop3/policy";
    }

    @Override
    public void define(Service service) {
        service.get(EFFECTIVE, this::effective, json);
    }

    private Map<String, Object> effective(Request request, Response response)
            throws UsersRepositoryException {
        Username user = user(request.params("user"));
        if (!users.contains(user)) {
            throw refusal(
                    HttpStatus.NOT_FOUND_404,
                    ErrorType.NOT_FOUND,
                    "There is no user " + user.asString());
        }
        response.type(Constants.JSON_CONTENT_TYPE);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("user", user.asString());
        answer.put("policy", policies.of(Reader.of(user)).asLayer().json());
        return answer;
    }

    private static Username user(String name) {
        try {
            return Username.of(name);
        } catch (IllegalArgumentException e) {
            throw refusal(
                    HttpStatus.BAD_REQUEST_400,
                    ErrorType.INVALID_ARGUMENT,
                    "'" + name + "' is not a user name; expected one like anna@example.org");
        }
    }

    private static HaltException refusal(int status, ErrorType type, String message) {
        return ErrorResponder.builder().statusCode(status).type(type).message(message).haltError();
    }
}
