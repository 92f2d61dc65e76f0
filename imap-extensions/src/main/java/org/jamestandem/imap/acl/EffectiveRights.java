package org.jamestandem.imap.acl;

/** How the entries of a list combine (RFC 4314 §2). */
public final class EffectiveRights {
    private EffectiveRights() {}

    /**
     * The union of all positive entries that cover the requester minus the union of all negative
     * ones. The owner starts with every right and keeps {@link AccessList#OWNER_KEEPS}.
     */
    public static Rights of(AccessList list, Requester requester) {
        Rights taken = list.total(id -> id.negative() && id.subject().covers(requester));
        if (requester.owner()) {
            return Rights.ALL.minus(taken).plus(AccessList.OWNER_KEEPS);
        }
        return list.total(id -> !id.negative() && id.subject().covers(requester)).minus(taken);
    }
}
