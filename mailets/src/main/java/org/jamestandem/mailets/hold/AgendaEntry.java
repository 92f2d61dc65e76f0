package org.jamestandem.mailets.hold;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.UUID;
import org.apache.james.core.Username;

/**
 * One mail of which something is due.
 *
 * @param attempt who or what began with it before, when somebody did
 */
public record AgendaEntry(Username owner, UUID id, Optional<UUID> attempt) {
    public AgendaEntry {
        requireNonNull(owner);
        requireNonNull(id);
        requireNonNull(attempt);
    }
}
