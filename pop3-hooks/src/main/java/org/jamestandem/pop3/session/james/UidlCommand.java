package org.jamestandem.pop3.session.james;

import com.google.inject.Inject;
import org.apache.james.metrics.api.MetricFactory;
import org.jamestandem.pop3.maildrop.Maildrop;
import org.jamestandem.pop3.maildrop.MaildropEntry;

/** UIDL (RFC 1939 §7). */
final class UidlCommand extends ListingCommand {
    @Inject
    UidlCommand(MetricFactory metrics) {
        super(metrics, "UIDL");
    }

    @Override
    String column(MaildropEntry entry) {
        return entry.uniqueId().value();
    }

    @Override
    String headline(Maildrop messages) {
        return "unique-id listing follows";
    }
}
