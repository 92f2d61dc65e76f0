package org.jamestandem.pop3.uidl;

/** Makes message keys from the message ids of the server's storage. */
public interface MessageKeys {
    /**
     * The key of one message.
     *
     * @param messageId a message id as James writes it
     * @throws IllegalArgumentException when it cannot be written as a unique-id
     */
    MessageKey of(String messageId);

    /** The message id, as James writes it, from which {@link #of} made that key. */
    String messageId(MessageKey key);

    /**
     * Whether a message and its id outlive the server's process. Where they do not, no client can
     * know an id from before our first opening.
     */
    boolean lasting();

    /**
     * For a storage whose message ids are never used twice. A number is marked with a letter, so
     * that it differs from every IMAP UID.
     */
    static MessageKeys lastingIds() {
        return new LastingKeys();
    }

    /**
     * For a storage that is empty at each start and counts from 1 again.
     *
     * @param run names this server run; two runs must not have the same
     */
    static MessageKeys volatileIds(ServerRun run) {
        return new VolatileKeys(run);
    }
}
