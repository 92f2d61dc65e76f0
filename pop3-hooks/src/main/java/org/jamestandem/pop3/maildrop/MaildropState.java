package org.jamestandem.pop3.maildrop;

import org.jamestandem.pop3.uidl.UniqueIdAliases;

/**
 * Where is kept what the server's own mailbox does not know.
 *
 * @param hidden what a reader is not offered again; what is hidden from {@link
 *     org.jamestandem.pop3.reader.Device#EVERY} is offered to no reader
 * @param taken what a reader has retrieved or deleted, where its policy asks for it
 * @param lasting whether it outlives the server's process
 */
public record MaildropState(
        MessageMarks hidden,
        MessageMarks taken,
        UniqueIdAliases aliases,
        QuitIntents intents,
        FolderNotes folders,
        Leases leases,
        boolean lasting) {}
