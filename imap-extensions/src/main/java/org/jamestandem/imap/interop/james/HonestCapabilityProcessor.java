package org.jamestandem.imap.interop.james;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.HashSet;
import java.util.Set;
import org.apache.james.imap.api.ImapConstants;
import org.apache.james.imap.api.ImapSessionState;
import org.apache.james.imap.api.message.Capability;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.message.request.CapabilityRequest;
import org.apache.james.imap.processor.CapabilityProcessor;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.metrics.api.MetricFactory;
import reactor.core.publisher.Mono;

/**
 * CAPABILITY as James has it, but without LITERAL+ after login on a connection that could not be
 * repaired: there, James may carry out what a literal says.
 */
@Singleton
public final class HonestCapabilityProcessor extends CapabilityProcessor {
    private final ConnectionRepair repair;

    @Inject
    public HonestCapabilityProcessor(
            MailboxManager mailboxManager,
            StatusResponseFactory responses,
            MetricFactory metrics,
            ConnectionRepair repair) {
        super(mailboxManager, responses, metrics);
        this.repair = repair;
    }

    @Override
    protected Mono<Void> processRequestReactive(
            CapabilityRequest request, ImapSession session, Responder responder) {
        return repair.repair(session)
                .then(Mono.defer(() -> super.processRequestReactive(request, session, responder)));
    }

    @Override
    public Set<Capability> getSupportedCapabilities(ImapSession session) {
        Set<Capability> capabilities = new HashSet<>(super.getSupportedCapabilities(session));
        if (session.getState() != ImapSessionState.NON_AUTHENTICATED
                && !ConnectionRepair.isRepaired(session)) {
            capabilities.remove(ImapConstants.SUPPORTS_LITERAL_PLUS);
        }
        return capabilities;
    }
}
