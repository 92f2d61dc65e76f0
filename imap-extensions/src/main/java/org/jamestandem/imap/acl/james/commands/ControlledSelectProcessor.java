package org.jamestandem.imap.acl.james.commands;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import org.apache.james.events.EventBus;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.message.request.SelectRequest;
import org.apache.james.imap.processor.SelectProcessor;
import org.apache.james.metrics.api.MetricFactory;
import org.jamestandem.imap.acl.Right;
import org.jamestandem.imap.acl.james.AccessControlledMailboxes;
import org.jamestandem.imap.acl.james.AccessGate;
import org.jamestandem.imap.acl.james.ExaminedMailbox;
import org.jamestandem.imap.sharing.james.LocalRequests;
import reactor.core.publisher.Mono;

/** James' SELECT, for who has {@code r} (RFC 4314 §4). */
@Singleton
public final class ControlledSelectProcessor extends SelectProcessor {
    private final AccessGate gate;

    @Inject
    ControlledSelectProcessor(
            AccessControlledMailboxes mailboxes,
            EventBus events,
            StatusResponseFactory responses,
            MetricFactory metrics,
            AccessGate gate) {
        super(mailboxes, events, responses, metrics);
        this.gate = gate;
    }

    @Override
    protected Mono<Void> processRequestReactive(
            SelectRequest request, ImapSession session, Responder responder) {
        return gate.passage(request, session, responder)
                .needs(Right.READ, request.getMailboxName())
                .leavingSelected()
                .thenOn(
                        request.getMailboxName(),
                        (name, acting) ->
                                selected(LocalRequests.of(request, name), acting, responder));
    }

    private Mono<Void> selected(SelectRequest request, ImapSession session, Responder responder) {
        ExaminedMailbox.close(session.getMailboxSession());
        return super.processRequestReactive(request, session, responder);
    }
}
