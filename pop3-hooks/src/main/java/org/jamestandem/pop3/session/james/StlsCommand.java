package org.jamestandem.pop3.session.james;

import com.google.inject.Inject;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.pop3.POP3Response;
import org.apache.james.protocols.pop3.POP3Session;
import org.apache.james.protocols.pop3.POP3StartTlsResponse;

/**
 * STLS (RFC 2595 §4): only before login and UTF8, only once, and only when everything before it has
 * been answered. Where it is refused James, which takes whatever follows an STLS for an injected
 * command, is told.
 */
final class StlsCommand extends Command {
    static final String VERB = "STLS";

    @Inject
    StlsCommand(MetricFactory metrics) {
        super(metrics, VERB);
    }

    @Override
    Response reply(POP3Session session, Arguments arguments) throws Refusal {
        if (!isAvailable(session) || Conversation.on(session).hadToWait()) {
            session.stopDetectingCommandInjection();
            throw Refusal.because("TLS is not available now");
        }
        return new POP3StartTlsResponse(POP3Response.OK_RESPONSE, "begin TLS negotiation");
    }

    static boolean isAvailable(POP3Session session) {
        return session.isStartTLSSupported()
                && !session.isTLSStarted()
                && session.getHandlerState() != POP3Session.TRANSACTION
                && !Conversation.on(session).isUtf8();
    }
}
