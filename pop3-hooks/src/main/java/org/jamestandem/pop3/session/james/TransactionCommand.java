package org.jamestandem.pop3.session.james;

import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.pop3.POP3Session;
import org.jamestandem.pop3.maildrop.OpenMaildrop;

/** A command of the TRANSACTION state (RFC 1939 §5). */
abstract class TransactionCommand extends Command {
    TransactionCommand(MetricFactory metrics, String verb) {
        super(metrics, verb);
    }

    abstract Response reply(POP3Session session, OpenMaildrop maildrop, Arguments arguments)
            throws Refusal;

    @Override
    final Response reply(POP3Session session, Arguments arguments) throws Refusal {
        OpenMaildrop maildrop =
                maildrop(session).orElseThrow(() -> Refusal.because("log in first"));
        return reply(session, maildrop, arguments);
    }
}
