package org.jamestandem.imap.text;

/**
 * A stretch of text that a searched string may lie in; no string lies across two.
 *
 * @param text as people read it
 * @param canonical as it is compared, see {@link Casemap}
 */
public record Passage(String text, String canonical) {
    /** That text. */
    public static Passage of(String text) {
        return new Passage(text, Casemap.canonical(text));
    }
}
