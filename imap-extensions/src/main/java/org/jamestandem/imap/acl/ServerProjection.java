package org.jamestandem.imap.acl;

import java.util.Map;
import java.util.TreeMap;
import org.jamestandem.imap.acl.Subject.Group;
import org.jamestandem.imap.acl.Subject.Special;
import org.jamestandem.imap.acl.Subject.User;

/**
 * What a mail server's own list may hold of a list of ours: positive entries of users, less every
 * negative entry that may apply to them. So whatever reads the server's own list can only grant too
 * little.
 */
public final class ServerProjection {
    private ServerProjection() {}

    /** The entries for the server's own list. */
    public static AccessList of(AccessList grants) {
        Rights takenFromMany = grants.total(id -> id.negative() && coversMany(id.subject()));
        Map<Identifier, Rights> projected = new TreeMap<>();
        grants.entries()
                .forEach(
                        (identifier, rights) -> {
                            if (!identifier.negative() && identifier.subject() instanceof User) {
                                Identifier opposite = Identifier.negative(identifier.subject());
                                Rights taken = takenFromMany.plus(grants.of(opposite));
                                projected.put(identifier, rights.minus(taken));
                            }
                        });
        return new AccessList(projected);
    }

    private static boolean coversMany(Subject subject) {
        return subject instanceof Group
                || subject == Special.ANYONE
                || subject == Special.AUTHENTICATED;
    }
}
