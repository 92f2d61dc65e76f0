package org.jamestandem.imap.metadata;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jamestandem.kernel.metadata.ServerEntry;

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

    /** Whether that entry is asked for, whatever its size. */
    public boolean includes(ServerEntry entry) {
        return names.isEmpty() || names.stream().anyMatch(name -> isBelow(name, entry.name()));
    }

    /** Those of them that are small enough. */
    public List<ServerEntry> smallEnough(List<ServerEntry> entries) {
        return entries.stream().filter(entry -> !isTooLarge(entry)).toList();
    }

    /** The size of the largest of them that is too large; empty when none is. */
    public OptionalInt longest(List<ServerEntry> entries) {
        return entries.stream()
                .filter(this::isTooLarge)
                .mapToInt(entry -> entry.value().length())
                .max();
    }

    private boolean isTooLarge(ServerEntry entry) {
        return largest.isPresent() && entry.value().length() > largest.getAsInt();
    }

    private boolean isBelow(String name, String entry) {
        if (entry.equals(name)) {
            return true;
        }
        return entry.startsWith(name + "/")
                && entry.substring(name.length()).chars().filter(c -> c == '/').count() <= depth;
    }
}
