package org.jamestandem.imap.listing.james;

import com.google.inject.Inject;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.message.request.SubscribeRequest;
import org.apache.james.imap.processor.SubscribeProcessor;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.SubscriptionManager;
import org.apache.james.metrics.api.MetricFactory;
import org.jamestandem.imap.acl.Right;
import org.jamestandem.imap.acl.james.AccessGate;
import org.jamestandem.imap.sharing.james.LocalRequests;
import org.jamestandem.imap.sharing.james.MailboxNames;
import reactor.core.publisher.Mono;

/**
 * SUBSCRIBE (RFC 3501 §6.3.6). Somebody else's mailbox must be there and may be looked up (RFC 4314
 * §4); the subscription is the user's own.
 */
public final class SharedSubscribeProcessor extends SubscribeProcessor {
    private final AccessGate gate;
    private final MailboxNames names;

    @Inject
    SharedSubscribeProcessor(
            MailboxManager mailboxes,
            SubscriptionManager subscriptions,
            StatusResponseFactory responses,
            MetricFactory metrics,
            AccessGate gate,
            MailboxNames names) {
        super(mailboxes, subscriptions, responses, metrics);
        this.gate = gate;
        this.names = names;
    }

    @Override
    protected Mono<Void> doProcessRequest(
            SubscribeRequest request, ImapSession session, Responder responder) {
        String mailbox = request.getMailboxName();
        AccessGate.Passage passage = gate.passage(request, session, responder);
        return (names.isPersonal(mailbox) ? passage : passage.needs(Right.LOOKUP, mailbox))
                .thenOn(
                        mailbox,
                        (name, acting) ->
                                super.doProcessRequest(
                                        LocalRequests.of(request, name), acting, responder));
    }
}
