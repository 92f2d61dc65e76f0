package org.jamestandem.imap.acl.james.commands;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.message.request.CloseRequest;
import org.apache.james.imap.processor.CloseProcessor;
import org.apache.james.metrics.api.MetricFactory;
import org.jamestandem.imap.acl.Right;
import org.jamestandem.imap.acl.james.AccessControlledMailboxes;
import org.jamestandem.imap.acl.james.AccessGate;
import reactor.core.publisher.Mono;

/**
 * James' CLOSE. Who lacks {@code e} closes all the same, and nothing is expunged (RFC 4314 §4);
 * James would not answer at all.
 */
@Singleton
public final class ControlledCloseProcessor extends CloseProcessor {
    private final AccessGate gate;

    @Inject
    ControlledCloseProcessor(
            AccessControlledMailboxes mailboxes,
            StatusResponseFactory responses,
            MetricFactory metrics,
            AccessGate gate) {
        super(mailboxes, responses, metrics);
        this.gate = gate;
    }

    @Override
    protected Mono<Void> processRequestReactive(
            CloseRequest request, ImapSession session, Responder responder) {
        return gate.passage(request, session, responder)
                .needsSelected(Right.EXPUNGE)
                .then(
                        () -> super.processRequestReactive(request, session, responder),
                        () ->
                                session.deselect()
                                        .then(
                                                Mono.fromRunnable(
                                                        () -> okComplete(request, responder))));
    }
}
