package org.jamestandem.pop3.session.james;

import java.util.stream.Stream;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.pop3.POP3Session;
import org.jamestandem.pop3.maildrop.Maildrop;
import org.jamestandem.pop3.maildrop.MaildropEntry;
import org.jamestandem.pop3.maildrop.OpenMaildrop;

/** LIST and UIDL: one line for a message, or for all, written as the client reads them. */
abstract class ListingCommand extends TransactionCommand {
    private final String usage;

    ListingCommand(MetricFactory metrics, String verb) {
        super(metrics, verb);
        this.usage = verb + " [message-number]";
    }

    abstract String column(MaildropEntry entry);

    abstract String headline(Maildrop messages);

    @Override
    final Response reply(POP3Session session, OpenMaildrop maildrop, Arguments arguments)
            throws Refusal {
        Maildrop messages = maildrop.messages();
        if (arguments.isEmpty()) {
            return all(messages);
        }
        return Replies.ok(line(messages, arguments.expect(1, usage).messageNumber(messages)));
    }

    private Response all(Maildrop messages) {
        Stream<String> lines = messages.undeleted().mapToObj(number -> line(messages, number));
        return new StreamedResponse(headline(messages), new LineStream(lines.iterator()));
    }

    private String line(Maildrop messages, int number) {
        return number + " " + column(messages.entry(number));
    }
}
