package org.jamestandem.imap.search;

import org.jamestandem.imap.text.Casemap;
import org.jamestandem.imap.text.Passage;

/**
 * A string to look for. It is found where it stands literally, blanks and punctuation included, in
 * whatever case (i;unicode-casemap, RFC 5051; RFC 5255 §4). The empty string stands everywhere.
 *
 * @param text as it was asked for
 * @param canonical as it is compared
 */
public record Needle(String text, String canonical) {
    public static Needle of(String text) {
        return new Needle(text, Casemap.canonical(text));
    }

    public boolean isIn(Passage passage) {
        return passage.canonical().contains(canonical);
    }

    public boolean isEmpty() {
        return canonical.isEmpty();
    }
}
