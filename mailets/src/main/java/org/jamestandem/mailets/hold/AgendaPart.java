package org.jamestandem.mailets.hold;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.apache.james.core.Username;

/**
 * What is due at one time for some of the users.
 *
 * @param due in milliseconds
 * @param shard from 0 to {@value #SHARDS} - 1
 */
public record AgendaPart(Errand errand, Instant due, int shard) {
    /** In how many parts a time is kept. */
    public static final int SHARDS = 64;

    public AgendaPart {
        requireNonNull(errand);
        requireNonNull(due);
        if (shard < 0 || shard >= SHARDS) {
            throw new IllegalArgumentException("shard " + shard);
        }
    }

    /** The part in which that user is. */
    public static AgendaPart of(Errand errand, Instant due, Username owner) {
        return new AgendaPart(errand, due, Math.floorMod(owner.asString().hashCode(), SHARDS));
    }
}
