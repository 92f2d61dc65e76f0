package org.jamestandem.pop3.maildrop;

import java.util.Set;
import org.apache.james.core.Username;
import org.jamestandem.pop3.uidl.MessageKey;

/** Is told when unique-ids have changed though nobody wanted it. */
public interface UniqueIdAlarm {
    /**
     * Clients of that maildrop download again what they have. Does not block.
     *
     * @param before what was known, and when
     * @param messages those of it that are called something else now, or are not there any more
     *     though as much mail is
     */
    void raise(Username owner, Fingerprint before, Set<MessageKey> messages);
}
