package org.jamestandem.pop3.session.james;

import com.google.inject.Inject;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.pop3.POP3Response;
import org.apache.james.protocols.pop3.POP3Session;
import org.apache.james.protocols.pop3.POP3StartTlsResponse;

/**
 * STLS (RFC 2595 §4): only before login, and only once. Where it is refused it stays so for the
 * connection; James, which takes whatever follows an STLS for an injected command, is told.
 */
final class StlsCommand extends Command {
    static final String VERB = "STLS";

    @Inject
    StlsCommand(MetricFactory metrics) {
        super(metrics, VERB);
    }

    @Override
    Response reply(POP3Session session, Arguments arguments) throws Refusal {
        if (!isAvailable(session)) {
            session.stopDetectingCommandInjection();
            throw Refusal.because("TLS is not available now");
        }
        return new POP3StartTlsResponse(POP3Response.OK_RESPONSE, "begin TLS negotiation");
    }

    static boolean isAvailable(POP3Session session) {
        return session.isStartTLSSupported()
                && !session.isTLSStarted()
                && session.getHandlerState() != POP3Session.TRANSACTION;
    }
}
