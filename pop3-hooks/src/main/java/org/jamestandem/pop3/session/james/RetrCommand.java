package org.jamestandem.pop3.session.james;

import com.google.inject.Inject;
import java.io.InputStream;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.pop3.POP3Session;
import org.jamestandem.pop3.maildrop.Maildrop;
import org.jamestandem.pop3.maildrop.MaildropEntry;
import org.jamestandem.pop3.maildrop.OpenMaildrop;

/** RETR (RFC 1939 §5): the whole message, and a note that it was sent. */
final class RetrCommand extends TextCommand {
    @Inject
    RetrCommand(MetricFactory metrics) {
        super(metrics, "RETR");
    }

    @Override
    Response reply(POP3Session session, OpenMaildrop maildrop, Arguments arguments) throws Refusal {
        Maildrop messages = maildrop.messages();
        int number = arguments.expect(1, "RETR message-number").messageNumber(messages);
        MaildropEntry entry = messages.entry(number);
        InputStream text = found(number, maildrop.text(entry));
        messages.markRetrieved(number, true);
        return sent(
                session,
                entry.octets() + " octets",
                text,
                () -> messages.markRetrieved(number, false));
    }
}
