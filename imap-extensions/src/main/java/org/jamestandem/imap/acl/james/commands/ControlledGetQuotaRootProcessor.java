package org.jamestandem.imap.acl.james.commands;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import org.apache.james.core.quota.QuotaLimitValue;
import org.apache.james.core.quota.QuotaUsageValue;
import org.apache.james.imap.api.ImapConstants;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.message.request.GetQuotaRootRequest;
import org.apache.james.imap.message.response.QuotaResponse;
import org.apache.james.imap.message.response.QuotaRootResponse;
import org.apache.james.imap.processor.GetQuotaRootProcessor;
import org.apache.james.mailbox.model.Quota;
import org.apache.james.mailbox.model.QuotaRoot;
import org.apache.james.mailbox.quota.QuotaManager;
import org.apache.james.mailbox.quota.QuotaRootResolver;
import org.apache.james.metrics.api.MetricFactory;
import org.jamestandem.imap.acl.Right;
import org.jamestandem.imap.acl.james.AccessControlledMailboxes;
import org.jamestandem.imap.acl.james.AccessGate;
import org.jamestandem.imap.sharing.james.MailboxNames;
import org.jamestandem.imap.sharing.james.Place;
import reactor.core.publisher.Mono;

/** GETQUOTAROOT (RFC 9208 §4.3.3), for who has {@code r}: the quota is the owner's. */
@Singleton
public final class ControlledGetQuotaRootProcessor extends GetQuotaRootProcessor {
    private final QuotaRootResolver roots;
    private final QuotaManager quotas;
    private final AccessGate gate;
    private final MailboxNames names;

    @Inject
    ControlledGetQuotaRootProcessor(
            AccessControlledMailboxes mailboxes,
            QuotaRootResolver roots,
            QuotaManager quotas,
            StatusResponseFactory responses,
            MetricFactory metrics,
            AccessGate gate,
            MailboxNames names) {
        super(mailboxes, responses, roots, quotas, metrics);
        this.roots = roots;
        this.quotas = quotas;
        this.gate = gate;
        this.names = names;
    }

    @Override
    protected Mono<Void> processRequestReactive(
            GetQuotaRootRequest request, ImapSession session, Responder responder) {
        return gate.passage(request, session, responder)
                .needs(Right.READ, request.getMailboxName())
                .then(
                        () ->
                                names.place(request.getMailboxName(), session)
                                        .filter(Place::foreign)
                                        .map(place -> ofOwner(place, request, responder))
                                        .orElseGet(
                                                () ->
                                                        super.processRequestReactive(
                                                                request, session, responder)));
    }

    private Mono<Void> ofOwner(Place place, GetQuotaRootRequest request, Responder responder) {
        return Mono.from(roots.getQuotaRootReactive(place.path()))
                .flatMap(
                        root ->
                                Mono.from(quotas.getQuotasReactive(root))
                                        .doOnNext(
                                                found -> {
                                                    responder.respond(
                                                            new QuotaRootResponse(
                                                                    request.getMailboxName(),
                                                                    root.getValue()));
                                                    limit(
                                                            ImapConstants.MESSAGE_QUOTA_RESOURCE,
                                                            root,
                                                            found.getMessageQuota(),
                                                            responder);
                                                    limit(
                                                            ImapConstants.STORAGE_QUOTA_RESOURCE,
                                                            root,
                                                            found.getStorageQuota(),
                                                            responder);
                                                    okComplete(request, responder);
                                                }))
                .then();
    }

    private static <L extends QuotaLimitValue<L>, U extends QuotaUsageValue<U, L>> void limit(
            String resource, QuotaRoot root, Quota<L, U> quota, Responder responder) {
        if (quota.getLimit().isLimited()) {
            responder.respond(new QuotaResponse(resource, root.getValue(), quota));
        }
    }
}
