package org.jamestandem.kernel.audit;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.james.core.Username;

/**
 * What one session, or one run of a rule, did to one user's mail.
 *
 * @param id tells two entries of one instant apart; the same entry written twice is one
 * @param owner whose mail it is
 * @param at in milliseconds; anything finer is cut off
 */
public record AuditEntry(UUID id, Username owner, Instant at, Actor actor, List<Deed> deeds) {
    public AuditEntry {
        requireNonNull(id);
        requireNonNull(owner);
        requireNonNull(actor);
        at = at.truncatedTo(ChronoUnit.MILLIS);
        deeds = List.copyOf(deeds);
        if (deeds.isEmpty()) {
            throw new IllegalArgumentException("an entry without a deed");
        }
    }

    /** How many messages it names, each as often as something was done to it. */
    public int messages() {
        return deeds.stream().mapToInt(deed -> deed.messages().size()).sum();
    }

    /** The same entry for another owner. */
    public AuditEntry ownedBy(Username other) {
        return new AuditEntry(id, other, at, actor, deeds);
    }

    AuditEntry withoutAddress() {
        return new AuditEntry(id, owner, at, actor.withoutAddress(), deeds);
    }

    /**
     * This entry as several of at most {@code most} messages each; itself when it is small enough.
     */
    List<AuditEntry> parts(int most) {
        if (messages() <= most) {
            return List.of(this);
        }
        List<AuditEntry> parts = new ArrayList<>();
        for (Deed deed : deeds) {
            for (int from = 0; from < deed.messages().size(); from += most) {
                int to = Math.min(from + most, deed.messages().size());
                Deed part = deed.with(deed.messages().subList(from, to));
                parts.add(new AuditEntry(part(parts.size()), owner, at, actor, List.of(part)));
            }
        }
        return parts;
    }

    /** Follows from the id, so that the same entry written twice has the same parts. */
    private UUID part(int number) {
        return new UUID(id.getMostSignificantBits() + number, id.getLeastSignificantBits());
    }
}
