package org.jamestandem.imap.acl.james.commands;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import org.apache.james.imap.api.message.FetchData;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.message.request.FetchRequest;
import org.apache.james.imap.processor.fetch.FetchProcessor;
import org.apache.james.metrics.api.MetricFactory;
import org.jamestandem.imap.acl.Right;
import org.jamestandem.imap.acl.james.AccessControlledMailboxes;
import org.jamestandem.imap.acl.james.AccessGate;
import reactor.core.publisher.Mono;

/**
 * James' FETCH, for who has {@code r}. Who lacks {@code s} reads without {@code \Seen} being set
 * (RFC 4314 §4).
 */
@Singleton
public final class ControlledFetchProcessor extends FetchProcessor {
    private final AccessGate gate;

    @Inject
    ControlledFetchProcessor(
            AccessControlledMailboxes mailboxes,
            StatusResponseFactory responses,
            MetricFactory metrics,
            AccessGate gate) {
        super(mailboxes, responses, metrics);
        this.gate = gate;
    }

    @Override
    protected Mono<Void> processRequestReactive(
            FetchRequest request, ImapSession session, Responder responder) {
        return gate.passage(request, session, responder)
                .needsSelected(Right.READ)
                .then(() -> fetched(request, session, responder));
    }

    private Mono<Void> fetched(FetchRequest request, ImapSession session, Responder responder) {
        if (!request.getFetch().isSetSeen()) {
            return super.processRequestReactive(request, session, responder);
        }
        return gate.passage(request, session, responder)
                .needsSelected(Right.SEEN)
                .then(
                        () -> super.processRequestReactive(request, session, responder),
                        () -> super.processRequestReactive(peek(request), session, responder));
    }

    private static FetchRequest peek(FetchRequest request) {
        FetchData fetch = request.getFetch();
        FetchData.Builder peek = FetchData.builder().vanished(fetch.getVanished());
        for (FetchData.Item item : FetchData.Item.values()) {
            if (fetch.contains(item)) {
                peek.fetch(item);
            }
        }
        if (fetch.getChangedSince() != -1) {
            peek.changedSince(fetch.getChangedSince());
        }
        fetch.getBodyElements().forEach(element -> peek.add(element, true));
        return new FetchRequest(
                request.isUseUids(), request.getIdSet(), peek.build(), request.getTag());
    }
}
