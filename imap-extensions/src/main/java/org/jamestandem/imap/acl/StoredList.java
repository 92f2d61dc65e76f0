package org.jamestandem.imap.acl;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is kept about one mailbox.
 *
 * @param grants the truth
 * @param shown every entry that we have written into the server's own list, or are about to; more
 *     than one for an identifier while a change is under way
 */
public record StoredList(AccessList grants, Set<Grant> shown) {
    /** A mailbox that we never met. */
    public static final StoredList UNKNOWN = new StoredList(AccessList.EMPTY, Set.of());

    public StoredList {
        shown = Set.copyOf(shown);
    }

    /** What we have shown of that identifier; an identifier never shown was shown to have none. */
    public Set<Rights> shown(Identifier identifier) {
        Set<Rights> found =
                shown.stream()
                        .filter(grant -> grant.identifier().equals(identifier))
                        .map(Grant::rights)
                        .collect(Collectors.toSet());
        return found.isEmpty() ? Set.of(Rights.NONE) : found;
    }
}
