package org.jamestandem.imap.acl;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What somebody else did to the server's own list: an entry that is none of those we have shown. Of
 * such an entry, rights that we never showed were added, and rights that we always showed were
 * removed.
 */
public final class ForeignChanges {
    private ForeignChanges() {}

    /**
     * The changes that take them over; none when the list is as we left it.
     *
     * @param server the server's own list as it is now, read before {@code stored}
     */
    public static List<GrantChange> in(AccessList server, StoredList stored) {
        Set<Identifier> identifiers = new TreeSet<>(server.entries().keySet());
        stored.shown().forEach(grant -> identifiers.add(grant.identifier()));
        AccessList projection = stored.projection();
        List<GrantChange> changes = new ArrayList<>();
        for (Identifier identifier : identifiers) {
            Rights now = server.of(identifier);
            Set<Rights> ours = stored.shown(identifier);
            if (!ours.contains(now) && !now.equals(projection.of(identifier))) {
                add(changes, identifier, now, ours);
            }
        }
        return changes;
    }

    private static void add(
            List<GrantChange> changes, Identifier identifier, Rights now, Set<Rights> ours) {
        Rights added = ours.stream().reduce(now, Rights::minus);
        Rights removed =
                new Rights(
                        Rights.ALL.members().stream()
                                .filter(right -> !now.contains(right))
                                .filter(right -> ours.stream().allMatch(all -> all.contains(right)))
                                .collect(Collectors.toSet()));
        if (!added.isEmpty()) {
            changes.add(new GrantChange(identifier, RightsChange.add(added)));
        }
        if (!removed.isEmpty()) {
            changes.add(new GrantChange(identifier, RightsChange.remove(removed)));
        }
    }
}
