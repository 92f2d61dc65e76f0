package org.jamestandem.pop3.journal;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.james.core.Username;
import org.apache.james.metrics.api.MetricFactory;
import org.jamestandem.kernel.audit.Actor;
import org.jamestandem.kernel.audit.Audit;
import org.jamestandem.kernel.audit.AuditAction;
import org.jamestandem.kernel.audit.AuditChannel;
import org.jamestandem.kernel.audit.AuditEntry;
import org.jamestandem.kernel.audit.Deed;
import org.jamestandem.pop3.maildrop.Fingerprint;
import org.jamestandem.pop3.maildrop.UniqueIdAlarm;
import org.jamestandem.pop3.uidl.MessageKey;
import org.jamestandem.pop3.uidl.MessageKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** In the audit trail, in the log and in a metric. */
@Singleton
public final class AuditedAlarm implements UniqueIdAlarm {
    /** Counts maildrops whose unique-ids have changed. */
    public static final String METRIC = "tandem-pop3-unique-ids-changed";

    private static final String INBOX = "INBOX";
    private static final Logger LOGGER = LoggerFactory.getLogger(AuditedAlarm.class);

    private final Audit audit;
    private final MessageKeys keys;
    private final MetricFactory metrics;
    private final Clock clock;

    @Inject
    public AuditedAlarm(Audit audit, MessageKeys keys, MetricFactory metrics, Clock clock) {
        this.audit = audit;
        this.keys = keys;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Override
    public void raise(Username owner, Fingerprint before, Set<MessageKey> messages) {
        LOGGER.warn(
                "The unique-ids of {} have changed since {} though none were imported: {} of {}"
                        + " sampled ones. POP3 clients download mail again",
                owner.asString(),
                before.at(),
                messages.size(),
                before.sample().size());
        metrics.generate(METRIC).increment();
        List<String> ids = messages.stream().map(keys::messageId).sorted().toList();
        audit.record(
                new AuditEntry(
                        UUID.randomUUID(),
                        owner,
                        clock.instant(),
                        Actor.nobody(AuditChannel.SERVER),
                        List.of(
                                new Deed(
                                        AuditAction.RENUMBERED,
                                        "unique-ids changed since " + before.at(),
                                        INBOX,
                                        ids))));
    }
}
