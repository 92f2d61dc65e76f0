package org.jamestandem.imap.acl;

import org.jamestandem.imap.acl.Subject.Group;
import org.jamestandem.imap.acl.Subject.User;

/**
 * Whom shares are looked up for: one identifier in one domain.
 *
 * @param domain the user's or group's own; for {@code anyone}, {@code authenticated} and {@code
 *     owner} that of the mailbox's owner
 */
public record ShareScope(String domain, Identifier identifier) {
    /** The scope under which an entry of that mailbox is found. */
    public static ShareScope of(MailboxKey mailbox, Identifier identifier) {
        Subject subject = identifier.subject();
        if (subject instanceof User user) {
            return new ShareScope(MailboxKey.domainOf(user.name()), identifier);
        }
        return subject instanceof Group group
                ? new ShareScope(MailboxKey.domainOf(group.name()), identifier)
                : new ShareScope(mailbox.domain(), identifier);
    }
}
