package org.jamestandem.imap.search;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the server knows of a message without reading it.
 *
 * @param uid in its mailbox
 * @param modSeq mod-sequence (RFC 7162)
 * @param flags those that are set
 * @param keywords those that are set, in lower case
 * @param received internal date
 * @param size octets of the whole message
 * @param saved when it came into this mailbox (RFC 8514), if the server keeps that
 * @param emailId RFC 8474
 * @param threadId RFC 8474
 */
public record LiveMessage(
        long uid,
        long modSeq,
        Set<SystemFlag> flags,
        Set<String> keywords,
        Instant received,
        long size,
        Optional<Instant> saved,
        String emailId,
        String threadId) {

    /** The form in which keywords are compared: they know no case (RFC 3501 §2.3.2). */
    public static String keyword(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
