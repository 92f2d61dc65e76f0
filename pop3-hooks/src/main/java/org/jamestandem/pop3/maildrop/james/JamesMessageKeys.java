package org.jamestandem.pop3.maildrop.james;

import org.apache.james.mailbox.model.MessageId;
import org.jamestandem.kernel.settings.InvalidSetting;
import org.jamestandem.pop3.uidl.MessageKeys;
import org.jamestandem.pop3.uidl.ServerRun;

/** Message keys from the message ids of James' storage. */
public final class JamesMessageKeys {
    private static final String IN_MEMORY =
            "org.apache.james.mailbox.inmemory.InMemoryMessageId$Factory";

    private JamesMessageKeys() {}

    /**
     * The keys of the messages in that storage.
     *
     * @param messageIds tells the storage; James in memory counts message ids from 1 at each start
     * @throws InvalidSetting when the storage gives no message an id
     */
    public static MessageKeys of(MessageId.Factory messageIds, ServerRun run) {
        if (IN_MEMORY.equals(messageIds.getClass().getName())) {
            return MessageKeys.volatileIds(run);
        }
        if (!messageIds.generate().isSerializable()) {
            throw new InvalidSetting(
                    "pop3server.xml: LeaveOnServerHandlers needs a storage that gives every message"
                        + " an id, such as Cassandra's or the one in memory; this one has none");
        }
        return MessageKeys.lastingIds();
    }
}
