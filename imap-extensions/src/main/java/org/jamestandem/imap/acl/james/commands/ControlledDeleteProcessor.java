package org.jamestandem.imap.acl.james.commands;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.message.request.DeleteRequest;
import org.apache.james.imap.processor.DeleteProcessor;
import org.apache.james.metrics.api.MetricFactory;
import org.jamestandem.imap.acl.Right;
import org.jamestandem.imap.acl.james.AccessControlledMailboxes;
import org.jamestandem.imap.acl.james.AccessGate;
import org.jamestandem.imap.sharing.james.LocalRequests;
import reactor.core.publisher.Mono;

/** James' DELETE, for who has {@code x} (RFC 4314 §4). */
@Singleton
public final class ControlledDeleteProcessor extends DeleteProcessor {
    private final AccessGate gate;

    @Inject
    ControlledDeleteProcessor(
            AccessControlledMailboxes mailboxes,
            StatusResponseFactory responses,
            MetricFactory metrics,
            AccessGate gate) {
        super(mailboxes, responses, metrics);
        this.gate = gate;
    }

    @Override
    protected Mono<Void> processRequestReactive(
            DeleteRequest request, ImapSession session, Responder responder) {
        return gate.passage(request, session, responder)
                .needs(Right.DELETE_MAILBOX, request.getMailboxName())
                .needsNoInbox(request.getMailboxName())
                .thenOn(
                        request.getMailboxName(),
                        (name, acting) ->
                                super.processRequestReactive(
                                        LocalRequests.of(request, name), acting, responder));
    }
}
