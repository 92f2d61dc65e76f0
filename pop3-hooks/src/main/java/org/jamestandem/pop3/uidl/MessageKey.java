package org.jamestandem.pop3.uidl;

/**
 * What a message is called for as long as it exists: its message id in James, made different from
 * that of every other server run where James starts counting anew. The same in every folder and for
 * every copy inside this server. Never given to a second message.
 */
public record MessageKey(String value) {
    public MessageKey {
        PrintableId.checked("message key", value);
    }
}
