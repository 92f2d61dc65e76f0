package org.jamestandem.pop3.session.james;

import com.google.inject.Inject;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.pop3.POP3Session;
import org.jamestandem.pop3.maildrop.OpenMaildrop;

/** DELE (RFC 1939 §5): marks a message; the policy says at QUIT what that means. */
final class DeleCommand extends TransactionCommand {
    @Inject
    DeleCommand(MetricFactory metrics) {
        super(metrics, "DELE");
    }

    @Override
    Response reply(POP3Session session, OpenMaildrop maildrop, Arguments arguments) throws Refusal {
        int number = arguments.expect(1, "DELE message-number").messageNumber(maildrop.messages());
        maildrop.messages().delete(number);
        return Replies.ok("message " + number + " marked as deleted");
    }
}
