package org.jamestandem.imap.sharing.james;

import org.apache.james.mailbox.model.MailboxPath;

/**
 * Where a name leads.
 *
 * @param path the mailbox in James, which may not exist
 * @param foreign whether it is somebody else's
 */
public record Place(MailboxPath path, boolean foreign) {
    /** What the owner calls it. */
    public String localName() {
        return path.getName();
    }
}
