package org.jamestandem.imap.search;

/** The flags that have keys of their own (RFC 3501 §2.3.2). */
public enum SystemFlag {
    ANSWERED,
    DELETED,
    DRAFT,
    FLAGGED,
    /** In the eyes of the asking session. */
    RECENT,
    SEEN
}
