package org.jamestandem.testkit.transcript;

import java.util.Locale;
import java.util.Optional;

/** A protocol a transcript speaks; the names ending in S use TLS from the first octet. */
public enum Protocol {
    POP3,
    POP3S,
    IMAP,
    IMAPS,
    SMTP,
    SUBMISSION,
    SUBMISSIONS,
    LMTP;

    /** By the word used in transcripts and folder names, for instance {@code pop3}. */
    public static Optional<Protocol> named(String word) {
        for (Protocol protocol : values()) {
            if (protocol.word().equals(word)) {
                return Optional.of(protocol);
            }
        }
        return Optional.empty();
    }

    /** The word used in transcripts and folder names. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isPop3() {
        return this == POP3 || this == POP3S;
    }

    boolean isImap() {
        return this == IMAP || this == IMAPS;
    }

    boolean startsWithTls() {
        return this == POP3S || this == IMAPS || this == SUBMISSIONS;
    }
}
