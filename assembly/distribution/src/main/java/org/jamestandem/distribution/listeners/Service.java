package org.jamestandem.distribution.listeners;

import java.util.Locale;

/** What a listener speaks. {@link #word()} is its name in the ready file and in messages. */
public enum Service {
    IMAP,
    IMAPS,
    POP3,
    POP3S,
    SMTP,
    SUBMISSION,
    SUBMISSIONS,
    LMTP,
    MANAGESIEVE,
    WEBADMIN;

    /** The lower case name. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** True when TLS starts with the connection (RFC 8314 §3). */
    public boolean implicitTls() {
        return this == IMAPS || this == POP3S || this == SUBMISSIONS;
    }
}
