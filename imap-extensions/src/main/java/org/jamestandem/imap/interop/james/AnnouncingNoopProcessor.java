package org.jamestandem.imap.interop.james;

import com.google.inject.Inject;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.processor.NoopProcessor;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.metrics.api.MetricFactory;
import reactor.core.publisher.Mono;

/** Answers NOOP with everything that is due, and forgets nothing that comes meanwhile. */
public final class AnnouncingNoopProcessor extends NoopProcessor {
    private final Announcer announcer;

    @Inject
    public AnnouncingNoopProcessor(
            MailboxManager mailboxManager,
            StatusResponseFactory responses,
            MetricFactory metrics,
            Announcer announcer) {
        super(mailboxManager, responses, metrics);
        this.announcer = announcer;
    }

    @Override
    protected Mono<Void> unsolicitedResponses(
            ImapSession session, Responder responder, boolean omitExpunged, boolean useUid) {
        return announcer.announce(session, responder, !omitExpunged, useUid);
    }
}
