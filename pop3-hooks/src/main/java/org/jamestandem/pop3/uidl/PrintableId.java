package org.jamestandem.pop3.uidl;

/** The form that RFC 1939 §7 gives a unique-id. */
final class PrintableId {
    private static final int LONGEST = 70;
    private static final char FIRST = 0x21;
    private static final char LAST = 0x7E;

    private PrintableId() {}

    static String checked(String what, String text) {
        if (text.isEmpty() || text.length() > LONGEST || !isPrintable(text)) {
            throw new IllegalArgumentException(
                    "not a %s (1 to 70 characters 0x21-0x7E, RFC 1939 §7): '%s'"
                            .formatted(what, text));
        }
        return text;
    }

    /** A loop: at a login this is asked twice for each message. */
    private static boolean isPrintable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < FIRST || text.charAt(i) > LAST) {
                return false;
            }
        }
        return true;
    }
}
