package org.jamestandem.pop3.session.james;

import com.google.inject.Inject;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.pop3.POP3Session;
import org.jamestandem.pop3.maildrop.Credential;

/** PASS (RFC 1939 §7): logs in and opens the maildrop. */
final class PassCommand extends Command {
    private final Logins logins;

    @Inject
    PassCommand(MetricFactory metrics, Logins logins) {
        super(metrics, "PASS");
        this.logins = logins;
    }

    @Override
    Response reply(POP3Session session, Arguments arguments) throws Refusal {
        logins.checkPossible(session);
        if (session.getHandlerState() != POP3Session.AUTHENTICATION_USERSET) {
            throw Refusal.because("send USER first");
        }
        session.setHandlerState(POP3Session.AUTHENTICATION_READY);
        return logins.login(
                session, session.getUsername(), new Credential.Password(arguments.text()));
    }
}
