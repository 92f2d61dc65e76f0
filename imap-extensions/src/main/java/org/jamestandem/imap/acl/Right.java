package org.jamestandem.imap.acl;

import java.util.Arrays;
import java.util.Optional;

/** One standard right (RFC 4314 §2.1), in the order in which we print them. */
public enum Right {
    /** {@code l}: the mailbox is visible to LIST, LSUB and SUBSCRIBE. */
    LOOKUP('l'),
    /** {@code r}: SELECT, STATUS and reading messages. */
    READ('r'),
    /** {@code s}: keeping {@code \Seen}. */
    SEEN('s'),
    /** {@code w}: flags other than {@code \Seen} and {@code \Deleted}. */
    WRITE('w'),
    /** {@code i}: APPEND and COPY into the mailbox. */
    INSERT('i'),
    /** {@code p}: mail sent to the mailbox's submission address. */
    POST('p'),
    /** {@code k}: creating mailboxes below this one. */
    CREATE('k'),
    /** {@code x}: deleting or moving the mailbox itself. */
    DELETE_MAILBOX('x'),
    /** {@code t}: the {@code \Deleted} flag. */
    DELETE_MESSAGES('t'),
    /** {@code e}: EXPUNGE, also as a part of CLOSE. */
    EXPUNGE('e'),
    /** {@code a}: reading and changing the access control list. */
    ADMINISTER('a');

    private final char letter;

    Right(char letter) {
        this.letter = letter;
    }

    /** The letter on the wire and in storage. */
    public char letter() {
        return letter;
    }

    /**
     * The right of that letter; empty for any other, and for the obsolete {@code c} and {@code d}.
     */
    public static Optional<Right> of(char letter) {
        return Arrays.stream(values()).filter(right -> right.letter == letter).findFirst();
    }
}
