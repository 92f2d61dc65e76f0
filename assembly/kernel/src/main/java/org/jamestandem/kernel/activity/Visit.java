package org.jamestandem.kernel.activity;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.james.core.Username;

/**
 * Somebody read a mailbox of his own.
 *
 * @param device the device's name; empty for the default one
 * @param at in milliseconds; anything finer is cut off
 */
public record Visit(
        Username user,
        AccessProtocol protocol,
        String device,
        Instant at,
        AfterDownload afterDownload) {
    public Visit {
        requireNonNull(user);
        requireNonNull(protocol);
        requireNonNull(device);
        requireNonNull(afterDownload);
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    /** The same visit by somebody else. */
    Visit by(Username other) {
        return new Visit(other, protocol, device, at, afterDownload);
    }
}
