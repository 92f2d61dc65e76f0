package org.jamestandem.mailets.reading;

import java.time.Instant;
import org.jamestandem.kernel.activity.AccessProtocol;
import org.jamestandem.kernel.activity.ReadingHabits;

/** By which protocols somebody reads. */
enum ReadingProfile {
    /** By POP3 and by nothing else. */
    POP3,
    /** By IMAP and by nothing else. */
    IMAP,
    /** By POP3 and by IMAP. */
    BOTH,
    /** Not at all. */
    NONE;

    static ReadingProfile of(ReadingHabits habits, Instant since) {
        boolean pop3 = habits.readsBy(AccessProtocol.POP3, since);
        boolean imap = habits.readsBy(AccessProtocol.IMAP, since);
        if (pop3) {
            return imap ? BOTH : POP3;
        }
        return imap ? IMAP : NONE;
    }
}
