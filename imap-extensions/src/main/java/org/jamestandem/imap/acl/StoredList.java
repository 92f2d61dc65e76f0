package org.jamestandem.imap.acl;

/**
 * What is kept about one mailbox.
 *
 * @param grants the truth
 * @param agreed what the server's own list held when it last agreed with the grants
 */
public record StoredList(AccessList grants, AccessList agreed) {
    /** A mailbox that we never met. */
    public static final StoredList UNKNOWN = new StoredList(AccessList.EMPTY, AccessList.EMPTY);
}
