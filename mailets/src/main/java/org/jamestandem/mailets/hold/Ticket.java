package org.jamestandem.mailets.hold;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.apache.james.core.Username;

/**
 * Whoever shows it may decide about one held mail.
 *
 * @param until in seconds; anything finer is cut off
 */
public record Ticket(Username owner, UUID id, Instant until) {
    public Ticket {
        requireNonNull(owner);
        requireNonNull(id);
        until = until.truncatedTo(ChronoUnit.SECONDS);
    }

    byte[] octets(long period) {
        byte[] name = owner.asString().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(4 * Long.BYTES + name.length)
                .putLong(period)
                .putLong(until.getEpochSecond())
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .put(name)
                .array();
    }

    /**
     * @throws IllegalArgumentException when there is none
     */
    static long period(byte[] octets) {
        if (octets.length < Long.BYTES) {
            throw new IllegalArgumentException("too short");
        }
        return ByteBuffer.wrap(octets).getLong();
    }

    /** The ticket in what one of our keys has signed. */
    static Ticket read(byte[] octets) {
        ByteBuffer buffer = ByteBuffer.wrap(octets).position(Long.BYTES);
        Instant until = Instant.ofEpochSecond(buffer.getLong());
        UUID id = new UUID(buffer.getLong(), buffer.getLong());
        String name = StandardCharsets.UTF_8.decode(buffer).toString();
        return new Ticket(Username.of(name), id, until);
    }
}
