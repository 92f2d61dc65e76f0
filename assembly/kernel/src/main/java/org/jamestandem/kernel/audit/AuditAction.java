package org.jamestandem.kernel.audit;

/** What happened to messages, or to a folder of them. */
public enum AuditAction {
    /** A POP3 reader retrieved them and ended the session with QUIT. */
    TAKEN,
    /** They got the IMAP flag \Seen. */
    SEEN,
    /** A POP3 reader is not offered them again; IMAP keeps them. */
    HIDDEN,
    /** They went to another folder. */
    MOVED,
    /** They were removed for everybody because somebody said so. */
    DELETED,
    /** They were moved or removed because their time was over. */
    EXPIRED,
    /** They came back. */
    RESTORED,
    /** A rule chose a folder for them when they came. */
    FILED,
    /** A rule changed how they are shown when they came. */
    TAGGED,
    /** A rule held them back from their reader when they came. */
    HELD,
    /** They were held back, and their reader let them in. */
    RELEASED,
    /** No message, but who may do what with the folder was changed. */
    SHARED,
    /** Their POP3 unique-ids changed though nobody imported others. */
    RENUMBERED
}
