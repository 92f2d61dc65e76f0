package org.jamestandem.pop3.maildrop;

import java.util.List;
import org.jamestandem.pop3.uidl.MessageKey;
import org.jamestandem.pop3.uidl.UniqueId;

/**
 * One message as a session is offered it.
 *
 * @param octets its size as the mailbox stores it
 * @param uids its IMAP UIDs in the folder, lowest first; more than one when the folder holds copies
 */
public record MaildropEntry(MessageKey key, UniqueId uniqueId, long octets, List<Long> uids) {
    public MaildropEntry {
        uids = List.copyOf(uids);
        if (uids.isEmpty()) {
            throw new IllegalArgumentException("an entry without a message: " + key);
        }
    }
}
