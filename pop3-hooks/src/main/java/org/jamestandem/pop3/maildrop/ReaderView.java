package org.jamestandem.pop3.maildrop;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jamestandem.pop3.policy.Offer;
import org.jamestandem.pop3.uidl.MessageKey;

/** What a reader is offered of a listing. */
final class ReaderView {
    private final Offer offer;
    private final Instant now;
    private final Set<MessageKey> withheld = new HashSet<>();
    private final Set<MessageKey> taken = new HashSet<>();

    ReaderView(Offer offer, Instant now) {
        this.offer = offer;
        this.now = now;
    }

    void withhold(Collection<MessageKey> messages) {
        withheld.addAll(messages);
    }

    void taken(Collection<MessageKey> messages) {
        taken.addAll(messages);
    }

    boolean offers(StoredMessage message) {
        return !withheld.contains(message.key())
                && offer.includes(message.arrivedAt(), taken.contains(message.key()), now);
    }
}
