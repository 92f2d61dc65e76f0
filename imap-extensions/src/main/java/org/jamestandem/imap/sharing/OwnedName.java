package org.jamestandem.imap.sharing;

/**
 * A mailbox by whose it is and what its owner calls it.
 *
 * @param owner canonical (lower case) login name
 * @param mailbox the name in the owner's own tree, never empty
 */
public record OwnedName(String owner, String mailbox) {
    private static final String INBOX = "INBOX";

    public OwnedName {
        if (owner.isEmpty() || mailbox.isEmpty()) {
            throw new IllegalArgumentException("a mailbox has an owner and a name");
        }
        mailbox = mailbox.equalsIgnoreCase(INBOX) ? INBOX : mailbox;
    }
}
