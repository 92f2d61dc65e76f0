package org.jamestandem.imap.acl.james.commands;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.message.request.CopyRequest;
import org.apache.james.imap.processor.CopyProcessor;
import org.apache.james.metrics.api.MetricFactory;
import org.jamestandem.imap.acl.Right;
import org.jamestandem.imap.acl.james.AccessControlledMailboxes;
import org.jamestandem.imap.acl.james.AccessGate;
import org.jamestandem.imap.sharing.james.LocalRequests;
import reactor.core.publisher.Mono;

/** James' COPY, for who has {@code i} on the target (RFC 4314 §4). */
@Singleton
public final class ControlledCopyProcessor extends CopyProcessor {
    private final AccessGate gate;

    @Inject
    ControlledCopyProcessor(
            AccessControlledMailboxes mailboxes,
            StatusResponseFactory responses,
            MetricFactory metrics,
            AccessGate gate) {
        super(mailboxes, responses, metrics);
        this.gate = gate;
    }

    @Override
    protected Mono<Void> processRequestReactive(
            CopyRequest request, ImapSession session, Responder responder) {
        return gate.passage(request, session, responder)
                .needsSelected(Right.READ)
                .needsInsert(request.getMailboxName())
                .thenOn(
                        request.getMailboxName(),
                        (name, acting) ->
                                super.processRequestReactive(
                                        LocalRequests.of(request, name), acting, responder));
    }
}
