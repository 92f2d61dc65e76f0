package org.jamestandem.kernel.activity;

/** How a mailbox is read. */
public enum AccessProtocol {
    /** RFC 1939. */
    POP3,
    /** RFC 3501. */
    IMAP
}
