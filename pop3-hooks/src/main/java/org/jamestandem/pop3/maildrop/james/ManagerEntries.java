package org.jamestandem.pop3.maildrop.james;

import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.model.FetchGroup;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.mailbox.model.MessageResult;
import reactor.core.publisher.Flux;

/** Through James' own API, whatever the storage. */
public final class ManagerEntries implements FolderEntries {
    @Override
    public Flux<FolderEntry> of(MessageManager folder, long lowestUid, MailboxSession session) {
        return read(folder, MessageRange.from(MessageUid.of(lowestUid)), session);
    }

    /** One message; empty when it is not there. */
    public static Flux<FolderEntry> one(MessageManager folder, long uid, MailboxSession session) {
        return read(folder, MessageUid.of(uid).toRange(), session);
    }

    private static Flux<FolderEntry> read(
            MessageManager folder, MessageRange range, MailboxSession session) {
        return Flux.from(folder.getMessagesReactive(range, FetchGroup.MINIMAL, session))
                .map(ManagerEntries::entry);
    }

    private static FolderEntry entry(MessageResult message) {
        return new FolderEntry(
                message.getMessageId().serialize(),
                message.getUid().asLong(),
                message.getSize(),
                message.getInternalDate().toInstant());
    }
}
