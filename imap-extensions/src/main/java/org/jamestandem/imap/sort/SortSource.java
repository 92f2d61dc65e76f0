package org.jamestandem.imap.sort;

import java.util.Collection;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.MessageUid;
import reactor.core.publisher.Flux;

/** Port: where the values come from that messages are sorted by. */
public interface SortSource {
    /**
     * The messages of that mailbox which still exist, in any order, each once.
     *
     * @param headers whether {@link SortableMessage#headers} is needed; {@link SortHeaders#NONE}
     *     otherwise
     */
    Flux<SortableMessage> messages(
            MessageManager mailbox,
            MailboxSession session,
            Collection<MessageUid> uids,
            boolean headers);
}
