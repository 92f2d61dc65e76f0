package org.jamestandem.pop3.session.james;

import com.google.inject.Inject;
import java.io.InputStream;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.pop3.POP3Session;
import org.jamestandem.pop3.journal.LiveSession;
import org.jamestandem.pop3.maildrop.Maildrop;
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
        return later(
                found(number, maildrop.text(messages.entry(number)))
                        .map(text -> retrieved(session, messages, number, text)));
    }

    private static Response retrieved(
            POP3Session session, Maildrop messages, int number, InputStream text) {
        messages.markRetrieved(number, true);
        SessionJournal.live(session).ifPresent(LiveSession::countRetrieval);
        return sent(
                session,
                messages.entry(number).octets() + " octets",
                text,
                () -> messages.markRetrieved(number, false));
    }
}
