package org.jamestandem.imap.acl;

/** How much an answer to an ACL command may reveal (RFC 4314 §4 and §6). */
public enum AclDisclosure {
    /** The command is carried out. */
    FULL,
    /** The mailbox may be known to exist, but the command needs {@code a}. */
    REFUSED,
    /** The same answer as for a mailbox that does not exist. */
    NOT_FOUND;

    private static final Rights ANY_FOR_MYRIGHTS =
            Rights.of(
                    Right.LOOKUP,
                    Right.READ,
                    Right.INSERT,
                    Right.CREATE,
                    Right.DELETE_MAILBOX,
                    Right.ADMINISTER);

    /** SETACL, DELETEACL, GETACL and LISTRIGHTS. */
    public static AclDisclosure forAdministration(Rights rights) {
        if (!rights.contains(Right.LOOKUP)) {
            return NOT_FOUND;
        }
        return rights.contains(Right.ADMINISTER) ? FULL : REFUSED;
    }

    /** MYRIGHTS: one of {@code l r i k x a} is enough, and without it the mailbox is not there. */
    public static AclDisclosure forMyRights(Rights rights) {
        return rights.containsAny(ANY_FOR_MYRIGHTS) ? FULL : NOT_FOUND;
    }
}
