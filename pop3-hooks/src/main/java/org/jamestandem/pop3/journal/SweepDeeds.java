package org.jamestandem.pop3.journal;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.apache.james.core.Username;
import org.jamestandem.kernel.audit.Actor;
import org.jamestandem.kernel.audit.Audit;
import org.jamestandem.kernel.audit.AuditAction;
import org.jamestandem.kernel.audit.AuditChannel;
import org.jamestandem.kernel.audit.AuditEntry;
import org.jamestandem.kernel.audit.Deed;
import org.jamestandem.pop3.maildrop.InspectedMessage;
import org.jamestandem.pop3.policy.Disposition;
import org.jamestandem.pop3.sweep.SweepJournal;
import org.jamestandem.pop3.uidl.MessageKeys;
import reactor.core.publisher.Mono;

/** What expired, in the audit trail. */
@Singleton
public final class SweepDeeds implements SweepJournal {
    private static final String RULE = "expire ";

    private final Audit audit;
    private final MessageKeys keys;
    private final Clock clock;

    @Inject
    public SweepDeeds(Audit audit, MessageKeys keys, Clock clock) {
        this.audit = audit;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public Mono<Void> expired(
            Username owner, Disposition action, List<List<InspectedMessage>> messages) {
        return Mono.fromRunnable(() -> audit.record(entry(owner, action, messages)));
    }

    private AuditEntry entry(
            Username owner, Disposition action, List<List<InspectedMessage>> messages) {
        List<String> ids =
                messages.stream()
                        .map(copies -> keys.messageId(copies.get(0).message().key()))
                        .toList();
        return new AuditEntry(
                UUID.randomUUID(),
                owner,
                clock.instant(),
                Actor.nobody(AuditChannel.SERVER),
                List.of(
                        new Deed(
                                AuditAction.EXPIRED,
                                RULE + action.word(),
                                QuitDeeds.folder(action),
                                ids)));
    }
}
