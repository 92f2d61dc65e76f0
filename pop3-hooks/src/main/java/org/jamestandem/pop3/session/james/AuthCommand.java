package org.jamestandem.pop3.session.james;

import com.google.inject.Inject;
import java.util.List;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.pop3.POP3Session;

/** AUTH (RFC 5034): a login by SASL. */
final class AuthCommand extends Command {
    private static final String CANCEL = "*";
    private static final String NOTHING = "=";
    private static final int MOST_WORDS = 2;

    private final Logins logins;
    private final Mechanisms mechanisms;

    @Inject
    AuthCommand(MetricFactory metrics, Logins logins, Mechanisms mechanisms) {
        super(metrics, "AUTH");
        this.logins = logins;
        this.mechanisms = mechanisms;
    }

    @Override
    Response reply(POP3Session session, Arguments arguments) throws Refusal {
        logins.checkPossible(session);
        session.setHandlerState(POP3Session.AUTHENTICATION_READY);
        List<String> words = arguments.words();
        if (words.isEmpty() || words.size() > MOST_WORDS) {
            throw Refusal.because("usage: AUTH mechanism [initial-response]");
        }
        Mechanism mechanism =
                mechanisms
                        .named(session, words.get(0))
                        .orElseThrow(() -> Refusal.because("no such mechanism here"));
        if (words.size() == MOST_WORDS) {
            String initial = words.get(1);
            return mechanism.answer(session, initial.equals(NOTHING) ? "" : initial);
        }
        Conversation.on(session)
                .expect(line -> safely(session, () -> continued(session, mechanism, line)));
        return Replies.challenge("");
    }

    private static Response continued(POP3Session session, Mechanism mechanism, String line)
            throws Refusal {
        if (line.equals(CANCEL)) {
            throw Refusal.because("authentication cancelled");
        }
        return mechanism.answer(session, line);
    }
}
