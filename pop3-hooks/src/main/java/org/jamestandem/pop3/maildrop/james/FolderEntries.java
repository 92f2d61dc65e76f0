package org.jamestandem.pop3.maildrop.james;

import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager;
import reactor.core.publisher.Flux;

/** Reads what a folder holds, without the messages. */
public interface FolderEntries {
    /**
     * Every message with that UID or a higher one, in any order. Fails when not all could be read.
     */
    Flux<FolderEntry> of(MessageManager folder, long lowestUid, MailboxSession session);
}
