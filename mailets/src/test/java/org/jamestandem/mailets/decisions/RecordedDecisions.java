package org.jamestandem.mailets.decisions;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.james.core.Username;
import org.apache.james.metrics.tests.RecordingMetricFactory;
import org.apache.james.user.memory.MemoryUsersRepository;
import org.jamestandem.kernel.audit.Audit;
import org.jamestandem.kernel.audit.AuditSettings;
import org.jamestandem.kernel.audit.AuditTrail;
import org.jamestandem.kernel.audit.Deed;
import org.jamestandem.kernel.audit.memory.MemoryAuditTrail;

/** Decisions, and what is written down of them. */
public final class RecordedDecisions {
    private final Clock clock;
    private final AuditTrail trail;

    /** At the time of that clock. */
    public RecordedDecisions(Clock clock) {
        this.clock = clock;
        this.trail = new MemoryAuditTrail(AuditSettings.DEFAULT, clock);
    }

    /** For tests that do not look at decisions. */
    public static Decisions unread() {
        return new RecordedDecisions(Clock.systemUTC()).decisions();
    }

    public Decisions decisions() {
        return new Decisions(
                new Audit(trail, AuditSettings.DEFAULT, new RecordingMetricFactory()),
                MemoryUsersRepository.withVirtualHosting(null),
                clock);
    }

    public AuditTrail trail() {
        return trail;
    }

    /** About that user's mail, the latest first. */
    public List<Deed> of(String user) {
        return trail.entries(Username.of(user), Instant.EPOCH, clock.instant().plusSeconds(1))
                .concatMapIterable(entry -> entry.deeds())
                .collectList()
                .block(Duration.ofSeconds(30));
    }
}
