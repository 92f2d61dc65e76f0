package org.jamestandem.imap.acl;

import org.jamestandem.imap.acl.Subject.Group;
import org.jamestandem.imap.acl.Subject.Special;
import org.jamestandem.imap.acl.Subject.User;

/**
 * Whom shares are looked up for: one subject in one place.
 *
 * @param place the user's or group's own domain; for {@code anyone} and {@code authenticated} that
 *     of the mailbox's owner; for {@code owner} the owner
 */
public record ShareScope(String place, Subject subject) {
    /** The scope in which an entry of that mailbox is found. */
    public static ShareScope of(MailboxKey mailbox, Subject subject) {
        if (subject instanceof User user) {
            return new ShareScope(MailboxKey.domainOf(user.name()), subject);
        }
        if (subject instanceof Group group) {
            return new ShareScope(MailboxKey.domainOf(group.name()), subject);
        }
        return new ShareScope(
                subject == Special.OWNER ? mailbox.owner() : mailbox.domain(), subject);
    }
}
