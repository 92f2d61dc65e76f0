package org.jamestandem.distribution.imap;

/**
 * How much one IMAP command may ask of the server before it is read whole.
 *
 * @param strangerOctets octets of a command, literals included, before login
 * @param lineOctets octets of a command outside its literals
 * @param literals literals in a command
 * @param commandOctets octets of a command that adds no message, literals included
 * @param nesting parentheses open at once
 */
record CommandLimits(
        int strangerOctets, int lineOctets, int literals, int commandOctets, int nesting) {
    /**
     * @param lineOctets {@code maxLineLength} of {@code imapserver.xml}
     */
    static CommandLimits withLines(int lineOctets) {
        return new CommandLimits(8 * 1024, lineOctets, 64, 1024 * 1024, 100);
    }
}
