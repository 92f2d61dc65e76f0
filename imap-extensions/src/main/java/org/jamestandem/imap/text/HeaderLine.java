package org.jamestandem.imap.text;

import java.util.Locale;

/**
 * One header field, unfolded, with its encoded-words decoded.
 *
 * @param name in lower case
 * @param value what comes after the colon and the blanks that follow it
 * @param line the whole field, {@code Name: value}
 */
public record HeaderLine(String name, Passage value, Passage line) {
    /** A field of that name, in any case. */
    public static HeaderLine of(String name, String value) {
        return new HeaderLine(
                name.toLowerCase(Locale.ROOT), Passage.of(value), Passage.of(name + ": " + value));
    }
}
