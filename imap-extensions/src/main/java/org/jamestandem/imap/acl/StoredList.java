package org.jamestandem.imap.acl;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is kept about one mailbox.
 *
 * @param grants the truth, without entries whose time is over
 * @param temporary which of the entries end by themselves
 * @param shown every entry that we have written into the server's own list, or are about to; more
 *     than one for an identifier while a change is under way
 */
public record StoredList(AccessList grants, Set<Identifier> temporary, Set<Grant> shown) {
    /** A mailbox that we never met. */
    public static final StoredList UNKNOWN = new StoredList(AccessList.EMPTY, Set.of());

    public StoredList {
        temporary = Set.copyOf(temporary);
        shown = Set.copyOf(shown);
    }

    /** A list whose entries all last. */
    public StoredList(AccessList grants, Set<Grant> shown) {
        this(grants, Set.of(), shown);
    }

    /** The list without rights that end by themselves; what takes rights away stays. */
    public AccessList lasting() {
        Map<Identifier, Rights> lasting = new TreeMap<>(grants.entries());
        lasting.keySet().removeIf(id -> !id.negative() && temporary.contains(id));
        return new AccessList(lasting);
    }

    /**
     * What the server's own list may hold of it. What ends by itself is never shown there, since
     * nobody would be there to take it out in time.
     */
    public AccessList projection() {
        return ServerProjection.of(lasting());
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
