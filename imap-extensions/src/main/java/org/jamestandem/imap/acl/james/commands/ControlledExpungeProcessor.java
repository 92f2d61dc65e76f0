package org.jamestandem.imap.acl.james.commands;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.message.request.ExpungeRequest;
import org.apache.james.imap.processor.ExpungeProcessor;
import org.apache.james.metrics.api.MetricFactory;
import org.jamestandem.imap.acl.Right;
import org.jamestandem.imap.acl.james.AccessControlledMailboxes;
import org.jamestandem.imap.acl.james.AccessGate;
import reactor.core.publisher.Mono;

/** James' EXPUNGE, for who has {@code e} (RFC 4314 §4). */
@Singleton
public final class ControlledExpungeProcessor extends ExpungeProcessor {
    private final AccessGate gate;

    @Inject
    ControlledExpungeProcessor(
            AccessControlledMailboxes mailboxes,
            StatusResponseFactory responses,
            MetricFactory metrics,
            AccessGate gate) {
        super(mailboxes, responses, metrics);
        this.gate = gate;
    }

    @Override
    protected Mono<Void> processRequestReactive(
            ExpungeRequest request, ImapSession session, Responder responder) {
        return gate.passage(request, session, responder)
                .needsSelected(Right.EXPUNGE)
                .then(() -> super.processRequestReactive(request, session, responder));
    }
}
