package org.jamestandem.imap.acl.james.commands;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import org.apache.james.events.EventBus;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.message.request.ExamineRequest;
import org.apache.james.imap.processor.ExamineProcessor;
import org.apache.james.metrics.api.MetricFactory;
import org.jamestandem.imap.acl.Right;
import org.jamestandem.imap.acl.james.AccessControlledMailboxes;
import org.jamestandem.imap.acl.james.AccessGate;
import org.jamestandem.imap.acl.james.ExaminedMailbox;
import org.jamestandem.imap.sharing.james.LocalRequests;
import reactor.core.publisher.Mono;

/** James' EXAMINE, for who has {@code r} (RFC 4314 §4); nothing is written meanwhile. */
@Singleton
public final class ControlledExamineProcessor extends ExamineProcessor {
    private final AccessGate gate;

    @Inject
    ControlledExamineProcessor(
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
            ExamineRequest request, ImapSession session, Responder responder) {
        return gate.passage(request, session, responder)
                .needs(Right.READ, request.getMailboxName())
                .leavingSelected()
                .thenOn(
                        request.getMailboxName(),
                        (name, acting) ->
                                examined(LocalRequests.of(request, name), acting, responder));
    }

    private Mono<Void> examined(ExamineRequest request, ImapSession session, Responder responder) {
        return super.processRequestReactive(request, session, responder)
                .then(Mono.fromRunnable(() -> ExaminedMailbox.open(session)));
    }
}
