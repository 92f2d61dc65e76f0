package org.jamestandem.kernel.audit;

/** By which way something was done. */
public enum AuditChannel {
    /** RFC 1939. */
    POP3,
    /** RFC 3501. */
    IMAP,
    /** An operator, over HTTP. */
    WEBADMIN,
    /** The server by itself, following a rule. */
    SERVER,
    /** Not through any part of Tandem. */
    UNKNOWN
}
