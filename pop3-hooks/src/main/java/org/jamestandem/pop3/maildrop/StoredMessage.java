package org.jamestandem.pop3.maildrop;

import org.jamestandem.pop3.uidl.MessageKey;

/**
 * A message as the mailbox lists it.
 *
 * @param uid its IMAP UID, 1 or more
 * @param octets its stored size
 */
public record StoredMessage(MessageKey key, long uid, long octets) {
    public StoredMessage {
        if (uid < 1 || octets < 0) {
            throw new IllegalArgumentException("uid " + uid + ", octets " + octets);
        }
    }
}
