package org.jamestandem.kernel.metadata;

import java.util.Locale;

/**
 * One entry of a server's metadata (RFC 5464 §3.2).
 *
 * @param name begins with {@code /private/} or {@code /shared/}; lower case
 * @param value ASCII
 */
public record ServerEntry(String name, String value) {
    public ServerEntry {
        if (!name.equals(name.toLowerCase(Locale.ROOT))
                || !(name.startsWith("/private/") || name.startsWith("/shared/"))) {
            throw new IllegalArgumentException("not the name of an entry: " + name);
        }
    }
}
