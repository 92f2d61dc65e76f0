package org.jamestandem.imap.acl.james.commands;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.message.request.MoveRequest;
import org.apache.james.imap.processor.MoveProcessor;
import org.apache.james.metrics.api.MetricFactory;
import org.jamestandem.imap.acl.Right;
import org.jamestandem.imap.acl.james.AccessControlledMailboxes;
import org.jamestandem.imap.acl.james.AccessGate;
import org.jamestandem.imap.sharing.james.LocalRequests;
import reactor.core.publisher.Mono;

/** James' MOVE, for who may copy to the target and expunge here (RFC 6851 §4.3). */
@Singleton
public final class ControlledMoveProcessor extends MoveProcessor {
    private final AccessGate gate;

    @Inject
    ControlledMoveProcessor(
            AccessControlledMailboxes mailboxes,
            StatusResponseFactory responses,
            MetricFactory metrics,
            AccessGate gate) {
        super(mailboxes, responses, metrics);
        this.gate = gate;
    }

    @Override
    protected Mono<Void> processRequestReactive(
            MoveRequest request, ImapSession session, Responder responder) {
        return gate.passage(request, session, responder)
                .needsSelected(Right.READ, Right.DELETE_MESSAGES, Right.EXPUNGE)
                .needsInsert(request.getMailboxName())
                .thenOn(
                        request.getMailboxName(),
                        (name, acting) ->
                                super.processRequestReactive(
                                        LocalRequests.of(request, name), acting, responder));
    }
}
