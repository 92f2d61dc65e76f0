package org.jamestandem.imap.sort;

import java.time.Instant;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.ModSeq;

/**
 * One message with everything that can decide its place.
 *
 * @param arrival internal date
 * @param size octets
 */
public record SortableMessage(
        MessageUid uid, ModSeq modSeq, Instant arrival, long size, SortHeaders headers) {
    /** Sent date; the internal date where the header names none (RFC 5256 §2.2). */
    public Instant sent() {
        return headers.sent().orElse(arrival);
    }
}
