package org.jamestandem.imap.acl;

/** How the entries of a list combine (RFC 4314 §2). */
public final class EffectiveRights {
    private EffectiveRights() {}

    /**
     * The union of all positive entries that cover the requester minus the union of all negative
     * ones. The owner starts with every right and keeps {@link AccessList#OWNER_KEEPS}.
     */
    public static Rights of(AccessList list, Requester requester) {
        Rights taken = list.total(id -> takes(id, requester));
        if (requester.owner()) {
            return Rights.ALL.minus(taken).plus(AccessList.OWNER_KEEPS);
        }
        return list.total(id -> gives(id, requester)).minus(taken);
    }

    /** The same, and what an operator's own entries then give and take, whatever the list says. */
    public static Rights of(AccessList list, AccessList overrides, Requester requester) {
        Rights rights =
                of(list, requester)
                        .plus(overrides.total(id -> gives(id, requester)))
                        .minus(overrides.total(id -> takes(id, requester)));
        return requester.owner() ? rights.plus(AccessList.OWNER_KEEPS) : rights;
    }

    private static boolean gives(Identifier identifier, Requester requester) {
        return !identifier.negative() && identifier.subject().covers(requester);
    }

    private static boolean takes(Identifier identifier, Requester requester) {
        return identifier.negative() && identifier.subject().covers(requester);
    }
}
