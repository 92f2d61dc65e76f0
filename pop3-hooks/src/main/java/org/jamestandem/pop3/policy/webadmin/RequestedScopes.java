package org.jamestandem.pop3.policy.webadmin;

import com.google.inject.Inject;
import org.apache.james.core.Domain;
import org.apache.james.core.Username;
import org.apache.james.user.api.UsersRepository;
import org.apache.james.user.api.UsersRepositoryException;
import org.apache.james.webadmin.utils.ErrorResponder;
import org.apache.james.webadmin.utils.ErrorResponder.ErrorType;
import org.eclipse.jetty.http.HttpStatus;
import org.jamestandem.pop3.policy.PolicyScope;
import org.jamestandem.pop3.reader.Device;
import spark.HaltException;
import spark.Request;

/** Reads the scope of a policy from a request's path; refuses what is none with 400 or 404. */
public final class RequestedScopes {
    private final UsersRepository users;

    @Inject
    public RequestedScopes(UsersRepository users) {
        this.users = users;
    }

    /** The scope of {@code :domain}. */
    public PolicyScope domain(Request request) {
        String name = request.params("domain");
        try {
            return new PolicyScope.OfDomain(Domain.of(name));
        } catch (IllegalArgumentException e) {
            throw badRequest("'" + name + "' is not a domain; expected one like example.org");
        }
    }

    /** The scope of {@code :user}. */
    public PolicyScope user(Request request) throws UsersRepositoryException {
        return new PolicyScope.OfUser(existingUser(request));
    }

    /** The scope of {@code :user} and {@code :device}. */
    public PolicyScope device(Request request) throws UsersRepositoryException {
        return new PolicyScope.OfDevice(existingUser(request), device(request.params("device")));
    }

    /** The user of {@code :user}. */
    public Username existingUser(Request request) throws UsersRepositoryException {
        Username user = parsed(request.params("user"));
        if (!users.contains(user)) {
            throw refusal(
                    HttpStatus.NOT_FOUND_404,
                    ErrorType.NOT_FOUND,
                    "There is no user " + user.asString());
        }
        return user;
    }

    /** The device of that name; the default one for an empty name. */
    static Device device(String name) {
        try {
            return name.isEmpty() ? Device.DEFAULT : Device.named(name);
        } catch (IllegalArgumentException e) {
            throw badRequest("'" + name + "' is not a device; expected " + Device.EXPECTED);
        }
    }

    /** A refusal with 400. */
    public static HaltException badRequest(String message) {
        return refusal(HttpStatus.BAD_REQUEST_400, ErrorType.INVALID_ARGUMENT, message);
    }

    private static Username parsed(String name) {
        try {
            return Username.of(name);
        } catch (IllegalArgumentException e) {
            throw badRequest(
                    "'" + name + "' is not a user name; expected one like anna@example.org");
        }
    }

    private static HaltException refusal(int status, ErrorType type, String message) {
        return ErrorResponder.builder().statusCode(status).type(type).message(message).haltError();
    }
}
