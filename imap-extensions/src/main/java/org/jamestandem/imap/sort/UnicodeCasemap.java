package org.jamestandem.imap.sort;

import java.text.Normalizer;
import java.util.Comparator;

/**
 * The collation i;unicode-casemap (RFC 5051): every character in title case, then decomposed,
 * compared octet by octet in UTF-8.
 */
public final class UnicodeCasemap {
    /**
     * Order of canonical texts. UTF-8 octets compare as code points do, which UTF-16 units do not.
     */
    public static final Comparator<String> CANONICAL_ORDER = UnicodeCasemap::compareCodePoints;

    private UnicodeCasemap() {}

    /** The form in which equal texts are the same text. Not to be applied twice. */
    public static String canonical(String text) {
        StringBuilder canonical = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> append(canonical, codePoint));
        return canonical.toString();
    }

    private static void append(StringBuilder canonical, int codePoint) {
        int title = Character.toTitleCase(codePoint);
        if (title < 0x80) {
            canonical.append((char) title);
        } else {
            canonical.append(Normalizer.normalize(Character.toString(title), Normalizer.Form.NFKD));
        }
    }

    private static int compareCodePoints(String one, String other) {
        int common = Math.min(one.length(), other.length());
        for (int i = 0; i < common; i++) {
            if (one.charAt(i) != other.charAt(i)) {
                return compareUnits(one.charAt(i), other.charAt(i));
            }
        }
        return Integer.compare(one.length(), other.length());
    }

    /** Units of a surrogate pair stand for code points above every other unit. */
    private static int compareUnits(char one, char other) {
        if (Character.isSurrogate(one) != Character.isSurrogate(other)) {
            return Character.isSurrogate(one) ? 1 : -1;
        }
        return Character.compare(one, other);
    }
}
