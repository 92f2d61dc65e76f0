package org.jamestandem.pop3.undo;

import com.google.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.james.core.Username;
import org.jamestandem.kernel.audit.AuditAction;
import org.jamestandem.kernel.audit.AuditChannel;
import org.jamestandem.kernel.audit.AuditEntry;
import org.jamestandem.kernel.audit.AuditTrail;
import org.jamestandem.kernel.audit.Deed;
import reactor.core.publisher.Mono;

/** What left a maildrop by POP3 or by its expiry, as the audit trail knows it. */
final class Losses {
    private final AuditTrail trail;
    private final Clock clock;

    @Inject
    Losses(AuditTrail trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * The folder to which each lost message went, by message id in ascending order; empty for one
     * that was removed. What came back since is not lost.
     *
     * @param since nothing that left earlier
     * @param message the only one that is asked for
     */
    Mono<Map<String, String>> of(Username owner, Instant since, Optional<String> message) {
        return trail.entries(owner, since, clock.instant().plus(Duration.ofMinutes(1)))
                .collect(Collected::new, Collected::add)
                .map(collected -> collected.only(message));
    }

    /** Entries come latest first, so the first word about a message is the last one. */
    private static final class Collected {
        private final Set<String> settled = new HashSet<>();
        private final Map<String, String> lost = new TreeMap<>();

        void add(AuditEntry entry) {
            boolean ours =
                    entry.actor().channel() == AuditChannel.POP3
                            || entry.actor().channel() == AuditChannel.SERVER;
            for (Deed deed : entry.deeds()) {
                if (deed.action() == AuditAction.RESTORED) {
                    settled.addAll(deed.messages());
                } else if (ours) {
                    folder(deed).ifPresent(folder -> add(deed, folder));
                }
            }
        }

        private void add(Deed deed, String folder) {
            deed.messages().stream()
                    .filter(settled::add)
                    .forEach(message -> lost.put(message, folder));
        }

        private Map<String, String> only(Optional<String> message) {
            message.ifPresent(one -> lost.keySet().retainAll(Set.of(one)));
            return lost;
        }

        private static Optional<String> folder(Deed deed) {
            return switch (deed.action()) {
                case DELETED -> Optional.of("");
                case MOVED -> Optional.of(deed.folder());
                case EXPIRED -> Optional.of(deed.folder());
                case TAKEN, SEEN, HIDDEN, RESTORED, SHARED, RENUMBERED -> Optional.empty();
                case FILED, TAGGED, HELD, RELEASED -> Optional.empty();
            };
        }
    }
}
