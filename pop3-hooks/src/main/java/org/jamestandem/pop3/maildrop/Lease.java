package org.jamestandem.pop3.maildrop;

import java.util.UUID;
import org.jamestandem.pop3.reader.Reader;

/**
 * Something that one session of a reader has and no other may have meanwhile.
 *
 * @param holder the session
 */
public record Lease(Reader reader, Purpose purpose, UUID holder) {
    /** What it is for. */
    public enum Purpose {
        /** The maildrop is open (RFC 2449 §8.1.1, IN-USE). */
        SESSION,
        /** The last login was a moment ago (RFC 2449 §8.1.2, LOGIN-DELAY). */
        DELAY
    }
}
