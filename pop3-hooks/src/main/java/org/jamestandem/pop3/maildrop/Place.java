package org.jamestandem.pop3.maildrop;

import org.jamestandem.pop3.policy.FolderName;

/**
 * Where a message, or a copy of it, is.
 *
 * @param uid its IMAP UID in that folder, 1 or more
 */
public record Place(FolderName folder, long uid) {
    public Place {
        if (uid < 1) {
            throw new IllegalArgumentException("uid " + uid);
        }
    }
}
