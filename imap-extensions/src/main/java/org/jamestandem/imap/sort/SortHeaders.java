package org.jamestandem.imap.sort;

import java.time.Instant;
import java.util.Optional;
import org.jamestandem.imap.text.Casemap;

/**
 * What a message's header says about its place. Texts are in canonical form ({@link
 * Casemap#canonical}); an absent field is the empty text (RFC 5256 §3).
 *
 * @param sent empty when there is no "Date" field, or none that names a day
 * @param subject base subject (§2.1)
 * @param from mailbox of the first address, as are {@code to} and {@code cc}
 * @param displayFrom what a client shows of the first address (RFC 5957 §3), as is {@code
 *     displayTo}
 */
public record SortHeaders(
        Optional<Instant> sent,
        String subject,
        String from,
        String to,
        String cc,
        String displayFrom,
        String displayTo) {
    /** A header without any of the fields, or one that was not asked for. */
    public static final SortHeaders NONE =
            new SortHeaders(Optional.empty(), "", "", "", "", "", "");
}
