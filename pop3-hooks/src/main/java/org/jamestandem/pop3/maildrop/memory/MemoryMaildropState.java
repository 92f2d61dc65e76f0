package org.jamestandem.pop3.maildrop.memory;

import java.time.Clock;
import org.jamestandem.pop3.maildrop.MaildropState;

/** Keeps everything in this process: gone when it stops. */
public final class MemoryMaildropState {
    private MemoryMaildropState() {}

    /** A new state with nothing in it. */
    public static MaildropState create() {
        return create(Clock.systemUTC());
    }

    /** A new state with nothing in it, by that clock. */
    public static MaildropState create(Clock clock) {
        return new MaildropState(
                new MemoryMessageMarks(),
                new MemoryMessageMarks(),
                new MemoryUniqueIdAliases(),
                new MemoryQuitIntents(),
                new MemoryFolderNotes(),
                new MemoryLeases(clock),
                false);
    }
}
