package org.jamestandem.pop3.maildrop;

import java.util.List;
import org.jamestandem.pop3.uidl.MessageKey;
import org.jamestandem.pop3.uidl.UniqueId;

/**
 * One message as a session is offered it.
 *
 * @param octets what RETR sends of it before dots are doubled
 * @param places where it is, first folder and lowest UID first; more than one when there are copies
 */
public record MaildropEntry(MessageKey key, UniqueId uniqueId, long octets, List<Place> places) {
    public MaildropEntry {
        places = List.copyOf(places);
        if (places.isEmpty()) {
            throw new IllegalArgumentException("an entry without a message: " + key);
        }
    }
}
