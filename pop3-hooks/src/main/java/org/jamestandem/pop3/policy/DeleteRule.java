package org.jamestandem.pop3.policy;

/** What DELE means once the session has ended with QUIT: {@code <on-delete>}. */
public enum DeleteRule implements PolicyOption {
    /** The message is removed for everybody, as RFC 1939 §6 has it. */
    CLASSIC,
    /** This reader is not offered the message again; IMAP keeps it. */
    HIDE;

    @Override
    public Policy over(Policy base) {
        return new Policy(this, base.onRetrieve(), base.expiry());
    }

    Disposition disposition() {
        return switch (this) {
            case CLASSIC -> Disposition.EXPUNGE;
            case HIDE -> Disposition.HIDE;
        };
    }
}
