package org.jamestandem.imap.interop.james;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The last octets of the line being read: enough to see the literal that it announces. */
final class LineTail {
    private static final int LONGEST_MARKER = 32;
    private static final int LONGEST_NUMBER = 18;
    private static final Pattern NON_SYNCHRONIZING = Pattern.compile("\\{(\\d+)\\+}\r?\n$");

    private final StringBuilder text = new StringBuilder();

    void add(char octet) {
        if (ended()) {
            clear();
        }
        if (text.length() == LONGEST_MARKER) {
            text.deleteCharAt(0);
        }
        text.append(octet);
    }

    void clear() {
        text.setLength(0);
    }

    /** Whether the line is complete. */
    boolean ended() {
        return text.length() > 0 && text.charAt(text.length() - 1) == '\n';
    }

    /**
     * Octets that the client sends after this line without being asked to (RFC 7888 §4); 0 when it
     * has announced none.
     */
    long announced() {
        Matcher marker = NON_SYNCHRONIZING.matcher(text);
        if (!marker.find()) {
            return 0;
        }
        String digits = marker.group(1);
        return digits.length() > LONGEST_NUMBER ? Long.MAX_VALUE : Long.parseLong(digits);
    }

    /** Whether {@link #announced} octets follow, be it none of them. */
    boolean announcesLiteral() {
        return NON_SYNCHRONIZING.matcher(text).find();
    }
}
