package org.jamestandem.imap;

/**
 * One feature's part of {@link TandemImapPackage}.
 *
 * @param processors carry out commands
 * @param decoders parse commands
 * @param encoders write responses
 */
public record ImapFragment(ClassSwap processors, ClassSwap decoders, ClassSwap encoders) {
    /** Changes nothing. */
    public static final ImapFragment EMPTY =
            new ImapFragment(ClassSwap.NONE, ClassSwap.NONE, ClassSwap.NONE);

    /** This fragment with further processors. */
    public ImapFragment withProcessors(ClassSwap swap) {
        return new ImapFragment(processors.and(swap), decoders, encoders);
    }

    /** This fragment with further decoders. */
    public ImapFragment withDecoders(ClassSwap swap) {
        return new ImapFragment(processors, decoders.and(swap), encoders);
    }

    /** This fragment with further encoders. */
    public ImapFragment withEncoders(ClassSwap swap) {
        return new ImapFragment(processors, decoders, encoders.and(swap));
    }

    /**
     * Both fragments.
     *
     * @throws IllegalStateException when both replace the same class of James
     */
    public ImapFragment and(ImapFragment other) {
        return withProcessors(other.processors)
                .withDecoders(other.decoders)
                .withEncoders(other.encoders);
    }
}
