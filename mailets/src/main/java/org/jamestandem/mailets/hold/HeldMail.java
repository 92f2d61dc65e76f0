package org.jamestandem.mailets.hold;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.apache.james.core.Username;

/**
 * A mail that is held back from one recipient.
 *
 * @param recipient the address that it was sent to
 * @param sender as people read it; may be empty
 * @param subject as people read it; may be empty
 * @param at since when, in milliseconds; anything finer is cut off
 * @param octets its size
 * @param unsubscribe where one click ends further mail of this kind (RFC 8058); empty when the
 *     sender offers no such place
 */
public record HeldMail(
        UUID id,
        Username owner,
        String recipient,
        String sender,
        String subject,
        Instant at,
        long octets,
        String unsubscribe) {
    /** Characters of sender and subject that are kept. */
    static final int SHOWN = 200;

    public HeldMail {
        requireNonNull(id);
        requireNonNull(owner);
        requireNonNull(recipient);
        requireNonNull(unsubscribe);
        sender = oneLine(sender);
        subject = oneLine(subject);
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    /** The same mail under the name that its owner has got; what went to an alias still does. */
    HeldMail renamed(Username to) {
        String address = recipient.equalsIgnoreCase(owner.asString()) ? to.asString() : recipient;
        return new HeldMail(id, to, address, sender, subject, at, octets, unsubscribe);
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ").strip();
        if (line.length() <= SHOWN) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
        return line.substring(0, end);
    }
}
