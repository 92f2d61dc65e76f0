package org.jamestandem.pop3.session.james;

import com.google.inject.Inject;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.pop3.POP3Session;
import org.jamestandem.pop3.maildrop.Maildrop;
import org.jamestandem.pop3.maildrop.OpenMaildrop;

/** RSET (RFC 1939 §5): takes back deletion marks. The maildrop is not listed again. */
final class RsetCommand extends TransactionCommand {
    @Inject
    RsetCommand(MetricFactory metrics) {
        super(metrics, "RSET");
    }

    @Override
    Response reply(POP3Session session, OpenMaildrop maildrop, Arguments arguments) {
        Maildrop messages = maildrop.messages();
        messages.undeleteAll();
        return Replies.ok(
                "maildrop has %d messages (%d octets)"
                        .formatted(messages.count(), messages.octets()));
    }
}
