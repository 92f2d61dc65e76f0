package org.jamestandem.pop3.policy;

/** What RETR means once the session has ended with QUIT: {@code <on-retrieve>}. */
public enum RetrieveRule implements PolicyOption {
    /** Nothing. */
    KEEP,
    /** The message gets the IMAP flag \Seen. */
    SEEN;

    @Override
    public Policy over(Policy base) {
        return new Policy(base.onDelete(), this, base.expiry());
    }
}
