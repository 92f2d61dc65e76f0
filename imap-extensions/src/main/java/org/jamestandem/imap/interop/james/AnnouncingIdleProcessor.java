package org.jamestandem.imap.interop.james;

import com.google.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.apache.james.imap.api.ImapConfiguration;
import org.apache.james.imap.api.ImapConstants;
import org.apache.james.imap.api.message.Capability;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.message.request.IdleRequest;
import org.apache.james.imap.processor.AbstractMailboxProcessor;
import org.apache.james.imap.processor.CapabilityImplementingProcessor;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.util.MDCBuilder;
import org.jamestandem.imap.acl.james.SelectionGuards;
import reactor.core.publisher.Mono;

/**
 * Answers IDLE (RFC 2177).
 *
 * <p>James' own looks for changed flags before the change it was woken for is noted, finds none,
 * and then forgets the change: docs/adr/0021-idle-looks-after-the-event-is-noted.md.
 */
public final class AnnouncingIdleProcessor extends AbstractMailboxProcessor<IdleRequest>
        implements CapabilityImplementingProcessor {
    private static final List<Capability> CAPABILITIES = List.of(ImapConstants.SUPPORTS_IDLE);

    private final Announcer announcer;
    private final SelectionGuards guards;
    private Duration heartbeat = Duration.ofMinutes(2);
    private boolean heartbeats = true;

    @Inject
    public AnnouncingIdleProcessor(
            MailboxManager mailboxManager,
            StatusResponseFactory responses,
            MetricFactory metrics,
            Announcer announcer,
            SelectionGuards guards) {
        super(IdleRequest.class, mailboxManager, responses, metrics);
        this.announcer = announcer;
        this.guards = guards;
    }

    @Override
    public void configure(ImapConfiguration configuration) {
        super.configure(configuration);
        heartbeat = configuration.idleTimeIntervalAsDuration();
        heartbeats = configuration.isEnableIdle();
    }

    @Override
    public List<Capability> getImplementedCapabilities(ImapSession session) {
        return CAPABILITIES;
    }

    @Override
    protected Mono<Void> processRequestReactive(
            IdleRequest request, ImapSession session, Responder responder) {
        return Mono.defer(
                () -> {
                    Idling idling =
                            new Idling(
                                    request,
                                    session,
                                    responder,
                                    announcer,
                                    getStatusResponseFactory());
                    if (heartbeats) {
                        idling.beat(heartbeat);
                    }
                    if (guards.isGuarded(session)) {
                        idling.look(SelectionGuards.INTERVAL);
                    }
                    return idling.begin();
                });
    }

    @Override
    protected MDCBuilder mdc(IdleRequest request) {
        return MDCBuilder.create().addToContext(MDCBuilder.ACTION, "IDLE");
    }
}
