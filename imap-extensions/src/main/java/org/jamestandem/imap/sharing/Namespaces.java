package org.jamestandem.imap.sharing;

import java.util.regex.Pattern;

/**
 * Where other people's mailboxes are found (RFC 2342 §5).
 *
 * @param otherUsers what the names of other users' mailboxes start with
 * @param shared what the names of the public mailboxes start with
 * @param publicAccount local part of the account of each domain whose mailboxes are the public
 *     ones; empty when there are none
 */
public record Namespaces(String otherUsers, String shared, String publicAccount) {
    /** Between the levels of a name; fixed in James. */
    public static final char DELIMITER = '.';

    private static final Pattern PREFIX = Pattern.compile("#[A-Za-z0-9-]{1,30}\\.");

    /** {@code #user.} as James 3.9 has it, {@code #shared.}, and no public mailboxes. */
    public static final Namespaces DEFAULT = new Namespaces("#user.", "#shared.", "");

    public Namespaces {
        requirePrefix(otherUsers);
        requirePrefix(shared);
        if (otherUsers.equalsIgnoreCase(shared)) {
            throw new IllegalArgumentException("one prefix for two namespaces: " + shared);
        }
    }

    /**
     * A prefix starts with {@code #}, since names that do not are personal ones (RFC 3501 §5.1.2).
     *
     * @throws IllegalArgumentException when it is no prefix, or one that James uses itself
     */
    public static String requirePrefix(String prefix) {
        if (!PREFIX.matcher(prefix).matches() || prefix.equalsIgnoreCase("#private.")) {
            throw new IllegalArgumentException("not the prefix of a namespace: " + prefix);
        }
        return prefix;
    }

    /** Whether there are public mailboxes. */
    public boolean hasShared() {
        return !publicAccount.isEmpty();
    }

    /** Login name of the account whose mailboxes are public for that user. */
    String publicAccountOf(String viewer) {
        int at = viewer.lastIndexOf('@');
        return at < 0 ? publicAccount : publicAccount + viewer.substring(at);
    }
}
