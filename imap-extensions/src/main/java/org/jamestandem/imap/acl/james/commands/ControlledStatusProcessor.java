package org.jamestandem.imap.acl.james.commands;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.message.request.StatusRequest;
import org.apache.james.imap.processor.StatusProcessor;
import org.apache.james.metrics.api.MetricFactory;
import org.jamestandem.imap.acl.Right;
import org.jamestandem.imap.acl.james.AccessControlledMailboxes;
import org.jamestandem.imap.acl.james.AccessGate;
import org.jamestandem.imap.sharing.james.LocalRequests;
import reactor.core.publisher.Mono;

/** James' STATUS, for who has {@code r} (RFC 4314 §4). */
@Singleton
public final class ControlledStatusProcessor extends StatusProcessor {
    private final AccessGate gate;

    @Inject
    ControlledStatusProcessor(
            AccessControlledMailboxes mailboxes,
            StatusResponseFactory responses,
            MetricFactory metrics,
            AccessGate gate) {
        super(mailboxes, responses, metrics);
        this.gate = gate;
    }

    /** The untagged response alone, for LIST (RFC 5819 §2); nothing when it may not be told. */
    public Mono<Void> untagged(StatusRequest request, ImapSession session, Responder responder) {
        return processRequestReactive(request, session, new UntaggedResponder(responder));
    }

    @Override
    protected Mono<Void> processRequestReactive(
            StatusRequest request, ImapSession session, Responder responder) {
        return gate.passage(request, session, responder)
                .needs(Right.READ, request.getMailboxName())
                .thenOn(
                        request.getMailboxName(),
                        (name, acting) ->
                                super.processRequestReactive(
                                        LocalRequests.of(request, name),
                                        acting,
                                        new NamingResponder(responder, request.getMailboxName())));
    }
}
