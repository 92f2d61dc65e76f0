package org.jamestandem.pop3.session.james;

import com.google.inject.Inject;
import org.apache.james.metrics.api.MetricFactory;
import org.jamestandem.pop3.maildrop.Maildrop;
import org.jamestandem.pop3.maildrop.MaildropEntry;

/** LIST (RFC 1939 §5). */
final class ListCommand extends ListingCommand {
    @Inject
    ListCommand(MetricFactory metrics) {
        super(metrics, "LIST");
    }

    @Override
    String column(MaildropEntry entry) {
        return Long.toString(entry.octets());
    }

    @Override
    String headline(Maildrop messages) {
        return "%d messages (%d octets)".formatted(messages.count(), messages.octets());
    }
}
