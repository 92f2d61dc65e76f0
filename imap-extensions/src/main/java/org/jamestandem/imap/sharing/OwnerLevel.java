package org.jamestandem.imap.sharing;

/**
 * A login name as one level of a mailbox name. The escaping is that of James 3.9: {@code .} becomes
 * {@code __} and {@code _} becomes {@code _-}; and so that no name has a wildcard in it, {@code *}
 * becomes {@code _s} and {@code %} becomes {@code _p}.
 */
final class OwnerLevel {
    private static final char ESCAPE = '_';
    private static final String ESCAPED = "_.*%";
    private static final String CODES = "-_sp";

    private OwnerLevel() {}

    static String escape(String name) {
        StringBuilder level = new StringBuilder(name.length());
        for (char c : name.toCharArray()) {
            int code = ESCAPED.indexOf(c);
            if (code < 0) {
                level.append(c);
            } else {
                level.append(ESCAPE).append(CODES.charAt(code));
            }
        }
        return level.toString();
    }

    /** The name of that level; an escape that means nothing stays as it is. */
    static String unescape(String level) {
        StringBuilder name = new StringBuilder(level.length());
        for (int i = 0; i < level.length(); i++) {
            char c = level.charAt(i);
            int code =
                    c == ESCAPE && i + 1 < level.length() ? CODES.indexOf(level.charAt(i + 1)) : -1;
            if (code < 0) {
                name.append(c);
            } else {
                name.append(ESCAPED.charAt(code));
                i++;
            }
        }
        return name.toString();
    }
}
