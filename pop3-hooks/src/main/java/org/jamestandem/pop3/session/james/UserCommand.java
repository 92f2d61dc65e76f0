package org.jamestandem.pop3.session.james;

import com.google.inject.Inject;
import org.apache.james.core.Username;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.pop3.POP3Session;

/** USER (RFC 1939 §7). The answer does not tell whether there is such a user. */
final class UserCommand extends Command {
    private final Logins logins;

    @Inject
    UserCommand(MetricFactory metrics, Logins logins) {
        super(metrics, "USER");
        this.logins = logins;
    }

    @Override
    Response reply(POP3Session session, Arguments arguments) throws Refusal {
        logins.checkPossible(session);
        session.setHandlerState(POP3Session.AUTHENTICATION_READY);
        session.setUsername(username(arguments.expect(1, "USER name").text().strip()));
        session.setHandlerState(POP3Session.AUTHENTICATION_USERSET);
        return Replies.ok("send PASS");
    }

    private static Username username(String text) throws Refusal {
        try {
            return Username.of(text);
        } catch (IllegalArgumentException e) {
            throw new Refusal(Replies.wrongCredentials("not a user name"));
        }
    }
}
