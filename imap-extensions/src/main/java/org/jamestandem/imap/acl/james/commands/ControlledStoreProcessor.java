package org.jamestandem.imap.acl.james.commands;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.message.request.StoreRequest;
import org.apache.james.imap.processor.StoreProcessor;
import org.apache.james.metrics.api.MetricFactory;
import org.jamestandem.imap.acl.james.AccessControlledMailboxes;
import org.jamestandem.imap.acl.james.AccessGate;
import org.jamestandem.imap.acl.james.FlagRights;
import reactor.core.publisher.Mono;

/** James' STORE, for who may change one of the flags at least (RFC 4314 §4). */
@Singleton
public final class ControlledStoreProcessor extends StoreProcessor {
    private final AccessGate gate;

    @Inject
    ControlledStoreProcessor(
            AccessControlledMailboxes mailboxes,
            StatusResponseFactory responses,
            MetricFactory metrics,
            AccessGate gate) {
        super(mailboxes, responses, metrics);
        this.gate = gate;
    }

    @Override
    protected Mono<Void> processRequestReactive(
            StoreRequest request, ImapSession session, Responder responder) {
        return gate.passage(request, session, responder)
                .needsSelectedAny(
                        FlagRights.touchedBy(request.getFlags(), request.getFlagsUpdateMode()))
                .then(() -> super.processRequestReactive(request, session, responder));
    }
}
