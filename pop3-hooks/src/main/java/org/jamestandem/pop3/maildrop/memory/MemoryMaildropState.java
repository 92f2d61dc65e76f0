package org.jamestandem.pop3.maildrop.memory;

import org.jamestandem.pop3.maildrop.MaildropState;

/** Keeps everything in this process: gone when it stops. */
public final class MemoryMaildropState {
    private MemoryMaildropState() {}

    /** A new state with nothing in it. */
    public static MaildropState create() {
        return new MaildropState(
                new MemoryMessageMarks(),
                new MemoryMessageMarks(),
                new MemoryUniqueIdAliases(),
                new MemoryQuitIntents(),
                false);
    }
}
