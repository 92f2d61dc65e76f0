package org.jamestandem.pop3.sweep;

/**
 * So many messages.
 *
 * @param octets their size together
 */
public record Amount(long messages, long octets) {
    /** No message. */
    public static final Amount NONE = new Amount(0, 0);

    /** Both together. */
    public Amount and(Amount other) {
        return new Amount(messages + other.messages, octets + other.octets);
    }
}
