package org.jamestandem.imap.listing;

/**
 * Reference and mailbox name of a LIST command, put together (RFC 3501 §6.3.8). {@code *} stands
 * for anything, {@code %} for anything without a delimiter.
 *
 * @param text with the characters themselves, not in modified UTF-7
 */
public record NamePattern(String text, char delimiter) {
    private static final char NAMESPACE = '#';

    /** A name that starts with {@code #} stands for itself, whatever the reference. */
    public static NamePattern of(String reference, String name, char delimiter) {
        boolean absolute = !name.isEmpty() && name.charAt(0) == NAMESPACE;
        return new NamePattern(absolute ? name : reference + name, delimiter);
    }

    /** Whether a name in a namespace could match. */
    public boolean mayMatchForeign() {
        return !text.isEmpty() && (text.charAt(0) == NAMESPACE || isWildcard(text.charAt(0)));
    }

    /** Whether a personal name could match. */
    public boolean mayMatchPersonal() {
        return text.isEmpty() || text.charAt(0) != NAMESPACE;
    }

    /** Whether levels are wanted that are no mailboxes (RFC 3501: {@code %} comes last). */
    public boolean wantsLevels() {
        return text.endsWith("%");
    }

    /** What every name that matches starts with. */
    public String literalPrefix() {
        int end = 0;
        while (end < text.length() && !isWildcard(text.charAt(end))) {
            end++;
        }
        return text.substring(0, end);
    }

    private static boolean isWildcard(char c) {
        return c == '*' || c == '%';
    }

    /** Whether that name matches. In time of order pattern times name, whatever the pattern. */
    public boolean matches(String name) {
        boolean[] reached = new boolean[name.length() + 1];
        reached[0] = true;
        for (char c : text.toCharArray()) {
            reached = isWildcard(c) ? spread(reached, name, c == '*') : step(reached, name, c);
        }
        return reached[name.length()];
    }

    private static boolean[] step(boolean[] reached, String name, char c) {
        boolean[] next = new boolean[reached.length];
        for (int i = 0; i < name.length(); i++) {
            next[i + 1] = reached[i] && name.charAt(i) == c;
        }
        return next;
    }

    private boolean[] spread(boolean[] reached, String name, boolean delimiterToo) {
        boolean[] next = reached.clone();
        for (int i = 0; i < name.length(); i++) {
            next[i + 1] |= next[i] && (delimiterToo || name.charAt(i) != delimiter);
        }
        return next;
    }
}
