package org.jamestandem.pop3.session.james;

import com.google.inject.Inject;
import java.io.InputStream;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.pop3.POP3Session;
import org.jamestandem.pop3.journal.LiveSession;
import org.jamestandem.pop3.maildrop.MaildropEntry;
import org.jamestandem.pop3.maildrop.OpenMaildrop;
import reactor.core.publisher.Mono;

/** TOP (RFC 1939 §7). Without lines of the body only the header is read from storage. */
final class TopCommand extends TextCommand {
    @Inject
    TopCommand(MetricFactory metrics) {
        super(metrics, "TOP");
    }

    @Override
    Response reply(POP3Session session, OpenMaildrop maildrop, Arguments arguments) throws Refusal {
        arguments.expect(2, "TOP message-number number-of-lines");
        int number = arguments.messageNumber(maildrop.messages());
        long lines = arguments.number(1, "number of lines");
        MaildropEntry entry = maildrop.messages().entry(number);
        Mono<InputStream> text = lines == 0 ? maildrop.header(entry) : maildrop.text(entry);
        return later(found(number, text).map(all -> top(session, new TopText(all, lines))));
    }

    private static Response top(POP3Session session, TopText text) {
        SessionJournal.live(session).ifPresent(LiveSession::countTop);
        return sent(session, "top of message follows", text, () -> {});
    }
}
