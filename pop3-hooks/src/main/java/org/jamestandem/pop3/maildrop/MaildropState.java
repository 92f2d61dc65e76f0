package org.jamestandem.pop3.maildrop;

import org.jamestandem.pop3.uidl.UniqueIdAliases;

/**
 * Where is kept what the server's own mailbox does not know.
 *
 * @param lasting whether it outlives the server's process
 */
public record MaildropState(
        HiddenMessages hidden, UniqueIdAliases aliases, QuitIntents intents, boolean lasting) {}
