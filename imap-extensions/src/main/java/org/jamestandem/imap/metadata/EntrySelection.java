package org.jamestandem.imap.metadata;

import java.util.OptionalInt;
import java.util.Set;

/**
 * Which entries a GETMETADATA asks for (RFC 5464 §4.2).
 *
 * @param names in lower case; every entry when there is none
 * @param depth how many levels below a name count too; 0, 1, or {@link Integer#MAX_VALUE}
 * @param largest octets of the largest value to send
 */
public record EntrySelection(Set<String> names, int depth, OptionalInt largest) {
    public EntrySelection {
        names = Set.copyOf(names);
    }

    /** Whether an entry of that name, in lower case, is asked for, whatever its size. */
    public boolean includes(String entry) {
        return names.isEmpty() || names.stream().anyMatch(name -> isBelow(name, entry));
    }

    /** Whether a value of that many octets is not sent. */
    public boolean isTooLarge(int octets) {
        return largest.isPresent() && octets > largest.getAsInt();
    }

    private boolean isBelow(String name, String entry) {
        if (entry.equals(name)) {
            return true;
        }
        return entry.startsWith(name + "/")
                && entry.substring(name.length()).chars().filter(c -> c == '/').count() <= depth;
    }
}
