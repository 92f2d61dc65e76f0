package org.jamestandem.pop3.uidl;

/**
 * The unique-id of a message: 1 to 70 characters in 0x21-0x7E, never given to a second message of
 * the same maildrop (RFC 1939 §7, UIDL).
 */
public record UniqueId(String value) {
    public UniqueId {
        PrintableId.checked("unique-id", value);
    }

    /** What a message is called when no client knows it by an older id. */
    public static UniqueId of(MessageKey key) {
        return new UniqueId(key.value());
    }

    /**
     * What stock James 3.8.1 calls a message.
     *
     * @param uid its IMAP UID in INBOX
     */
    public static UniqueId ofUid(long uid) {
        return new UniqueId(Long.toString(uid));
    }
}
