package org.jamestandem.imap.thread;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One message with all that decides which thread it is in.
 *
 * @param uid in its mailbox; the order of the mailbox is that of uids
 * @param sent sent date, else internal date (RFC 5256 §2.2)
 * @param subject base subject in canonical form
 * @param replyOrForward whether the subject was marked as that of a reply or a forward
 * @param messageId normalised; empty without a valid one
 * @param references normalised message ids of ancestors, the oldest first
 */
public record ThreadMessage(
        long uid,
        Instant sent,
        String subject,
        boolean replyOrForward,
        Optional<String> messageId,
        List<String> references) {
    /** By sent date; what is sent at once stays in the order of the mailbox. */
    public static final Comparator<ThreadMessage> BY_DATE =
            Comparator.comparing(ThreadMessage::sent).thenComparingLong(ThreadMessage::uid);

    public ThreadMessage {
        references = List.copyOf(references);
    }
}
