package org.jamestandem.imap.acl;

/**
 * A mailbox as grants know it.
 *
 * @param id the server's own id, which outlives renaming
 * @param owner canonical login name
 */
public record MailboxKey(String id, String owner) {
    /** The domain that {@code anyone} and {@code authenticated} mean; empty without one. */
    public String domain() {
        return domainOf(owner);
    }

    /** What follows the last {@code @}; empty without one. */
    public static String domainOf(String name) {
        int at = name.lastIndexOf('@');
        return at < 0 ? "" : name.substring(at + 1);
    }
}
