package org.jamestandem.imap.text;

import java.text.Normalizer;

/**
 * The collation i;unicode-casemap (RFC 5051), for long texts: every character in title case, then
 * decomposed. Texts are equal, or one contains the other, if their canonical forms are or do.
 */
public final class Casemap {
    /** Never in a canonical form, so that an index can use it. Not a character (Unicode §23.7). */
    public static final int RESERVED = 0x10FFFF;

    private static final String REPLACEMENT = "\ufffd";
    private static final int BASIC_PLANE = 0x10000;

    /** Canonical forms of characters of the basic plane, as far as they were asked for. */
    private static final String[] KNOWN = new String[BASIC_PLANE];

    private Casemap() {}

    /**
     * The canonical form. What is no character, half a surrogate pair or {@link #RESERVED}, becomes
     * a replacement character.
     */
    public static String canonical(String text) {
        StringBuilder canonical = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (next < 0x80) {
                canonical.append(next >= 'a' && next <= 'z' ? (char) (next - 32) : next);
            } else if (Character.isSurrogate(next)) {
                int character = text.codePointAt(i);
                canonical.append(beyondBasicPlane(character));
                i += Character.charCount(character) - 1;
            } else {
                canonical.append(inBasicPlane(next));
            }
        }
        return canonical.toString();
    }

    private static String beyondBasicPlane(int character) {
        boolean valid = character >= BASIC_PLANE && character != RESERVED;
        return valid ? decomposedTitle(character) : REPLACEMENT;
    }

    /** Threads may work out one character twice, with equal results. */
    private static String inBasicPlane(char character) {
        String known = KNOWN[character];
        if (known == null) {
            known = decomposedTitle(character);
            KNOWN[character] = known;
        }
        return known;
    }

    private static String decomposedTitle(int character) {
        return Normalizer.normalize(
                Character.toString(Character.toTitleCase(character)), Normalizer.Form.NFKD);
    }
}
