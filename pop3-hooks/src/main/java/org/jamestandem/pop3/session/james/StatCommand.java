package org.jamestandem.pop3.session.james;

import com.google.inject.Inject;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.pop3.POP3Session;
import org.jamestandem.pop3.maildrop.OpenMaildrop;

/** STAT (RFC 1939 §5). */
final class StatCommand extends TransactionCommand {
    @Inject
    StatCommand(MetricFactory metrics) {
        super(metrics, "STAT");
    }

    @Override
    Response reply(POP3Session session, OpenMaildrop maildrop, Arguments arguments) {
        return Replies.ok(maildrop.messages().count() + " " + maildrop.messages().octets());
    }
}
