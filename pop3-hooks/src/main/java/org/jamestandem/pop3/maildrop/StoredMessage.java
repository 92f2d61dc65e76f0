package org.jamestandem.pop3.maildrop;

import java.time.Instant;
import org.jamestandem.pop3.uidl.MessageKey;

/**
 * A message as the mailbox lists it.
 *
 * @param octets the octets that RETR sends of it, as far as it has been measured; else its stored
 *     size
 * @param arrivedAt its internal date
 */
public record StoredMessage(MessageKey key, Place place, long octets, Instant arrivedAt) {
    public StoredMessage {
        if (octets < 0) {
            throw new IllegalArgumentException("octets " + octets);
        }
    }
}
