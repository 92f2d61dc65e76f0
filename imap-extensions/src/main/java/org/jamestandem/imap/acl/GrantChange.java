package org.jamestandem.imap.acl;

import org.jamestandem.imap.acl.Subject.Special;

/**
 * A change of one entry, in the form in which it is kept: {@code owner} is said as what is withheld
 * from the owner.
 */
public record GrantChange(Identifier identifier, RightsChange change) {
    public GrantChange {
        if (identifier.equals(Identifier.of(Special.OWNER))) {
            identifier = AccessList.WITHHELD;
            change = change.inverted();
        }
    }

    /** DELETEACL: no entry any more. For the owner that means every right again. */
    public static GrantChange deletion(Identifier identifier) {
        Identifier kept = identifier.subject() == Special.OWNER ? AccessList.WITHHELD : identifier;
        return new GrantChange(kept, RightsChange.replace(Rights.NONE));
    }
}
