package org.jamestandem.kernel.activity;

/** What a client did with the mail that it downloaded. */
public enum AfterDownload {
    /** It downloaded none, or the session is not over. */
    UNKNOWN,
    /** Some of it stayed in the maildrop. */
    LEFT,
    /** It deleted all of it. */
    REMOVED
}
