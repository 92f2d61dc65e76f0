package org.jamestandem.imap.metadata;

/**
 * An annotation that only one user sees (RFC 5464 §3.3).
 *
 * @param name begins with {@code /private/}; lower case
 */
public record PrivateEntry(String name, String value) {
    private static final String PREFIX = "/private/";

    public PrivateEntry {
        if (!isPrivate(name)) {
            throw new IllegalArgumentException("not the name of a private entry: " + name);
        }
    }

    /** Whether an entry of that name is for one user alone. */
    public static boolean isPrivate(String name) {
        return name.startsWith(PREFIX);
    }
}
