package org.jamestandem.imap.acl;

import java.util.Set;

/**
 * Who asks for a mailbox.
 *
 * @param user canonical login name
 * @param groups canonical names of all groups that include the user, nested ones too
 * @param owner whether the mailbox is the user's own
 * @param tenant whether {@code anyone} and {@code authenticated} of this mailbox mean the user too
 */
public record Requester(String user, Set<String> groups, boolean owner, boolean tenant) {
    public Requester {
        groups = Set.copyOf(groups);
        tenant = tenant || owner;
    }
}
