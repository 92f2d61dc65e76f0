package org.jamestandem.imap.sort;

import java.util.Comparator;

/** The order of i;unicode-casemap (RFC 5051): canonical forms, octet by octet in UTF-8. */
public final class CasemapOrder {
    /**
     * Of texts in {@link org.jamestandem.imap.text.Casemap#canonical} form. UTF-8 octets compare as
     * code points do, which UTF-16 units do not.
     */
    public static final Comparator<String> ASCENDING = CasemapOrder::compareCodePoints;

    private CasemapOrder() {}

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
