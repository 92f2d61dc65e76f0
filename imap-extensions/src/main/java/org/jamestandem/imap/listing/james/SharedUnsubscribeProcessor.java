package org.jamestandem.imap.listing.james;

import com.google.inject.Inject;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.message.request.UnsubscribeRequest;
import org.apache.james.imap.processor.UnsubscribeProcessor;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.SubscriptionManager;
import org.apache.james.metrics.api.MetricFactory;
import org.jamestandem.imap.acl.james.AccessGate;
import org.jamestandem.imap.sharing.james.LocalRequests;
import reactor.core.publisher.Mono;

/** UNSUBSCRIBE (RFC 3501 §6.3.7), of anything that can have been subscribed. */
public final class SharedUnsubscribeProcessor extends UnsubscribeProcessor {
    private final AccessGate gate;

    @Inject
    SharedUnsubscribeProcessor(
            MailboxManager mailboxes,
            SubscriptionManager subscriptions,
            StatusResponseFactory responses,
            MetricFactory metrics,
            AccessGate gate) {
        super(mailboxes, subscriptions, responses, metrics);
        this.gate = gate;
    }

    @Override
    protected Mono<Void> doProcessRequest(
            UnsubscribeRequest request, ImapSession session, Responder responder) {
        return gate.passage(request, session, responder)
                .needsName(request.getMailboxName())
                .thenOn(
                        request.getMailboxName(),
                        (name, acting) ->
                                super.doProcessRequest(
                                        LocalRequests.of(request, name), acting, responder));
    }
}
