package org.jamestandem.pop3.sweep;

import java.util.List;
import org.apache.james.core.Username;
import org.jamestandem.pop3.maildrop.InspectedMessage;
import org.jamestandem.pop3.policy.Disposition;
import reactor.core.publisher.Mono;

/** Keeps record of what the sweeper does. */
public interface SweepJournal {
    /**
     * Notes that messages were moved or removed because their time was over.
     *
     * @param messages each with its copies; at least one
     */
    Mono<Void> expired(Username owner, Disposition action, List<List<InspectedMessage>> messages);
}
