package org.jamestandem.pop3.policy;

import java.util.Locale;

/**
 * The name of one of a user's folders, parts separated by dots as James stores it. INBOX has one
 * spelling (RFC 3501 §5.1).
 */
public record FolderName(String value) {
    /** Where mail arrives. */
    public static final FolderName INBOX = new FolderName("INBOX");

    private static final int LONGEST = 200;
    private static final String NEVER_IN_NAMES = "%*,\"\\";

    public FolderName {
        if (value.toUpperCase(Locale.ROOT).equals("INBOX")) {
            value = "INBOX";
        }
        if (value.isBlank()
                || value.length() > LONGEST
                || !value.equals(value.strip())
                || value.startsWith("#")
                || value.chars().anyMatch(FolderName::refused)) {
            throw new IllegalArgumentException("not a folder name: '" + value + "'");
        }
    }

    private static boolean refused(int c) {
        return Character.isISOControl(c) || NEVER_IN_NAMES.indexOf(c) >= 0;
    }

    @Override
    public String toString() {
        return value;
    }
}
