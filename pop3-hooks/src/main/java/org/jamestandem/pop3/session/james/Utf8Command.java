package org.jamestandem.pop3.session.james;

import com.google.inject.Inject;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.pop3.POP3Session;

/** UTF8 (RFC 6856 §2.1): from now on the client takes UTF-8 in headers. */
final class Utf8Command extends Command {
    @Inject
    Utf8Command(MetricFactory metrics) {
        super(metrics, "UTF8");
    }

    @Override
    Response reply(POP3Session session, Arguments arguments) throws Refusal {
        arguments.expect(0, "UTF8");
        if (session.getHandlerState() == POP3Session.TRANSACTION) {
            throw Refusal.because("UTF8 comes before the login");
        }
        Conversation.on(session).enterUtf8();
        return Replies.ok("UTF-8 from now on");
    }
}
