package org.jamestandem.imap.search.james;

import com.google.inject.Inject;
import java.time.Clock;
import java.util.Set;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.model.MessageId;
import reactor.core.publisher.Mono;

/** Finds what a search program asks for in a session's selected mailbox. */
public final class ProgramSearch {
    private final Clock clock;
    private final MessageId.Factory messageIds;

    @Inject
    ProgramSearch(Clock clock, MessageId.Factory messageIds) {
        this.clock = clock;
        this.messageIds = messageIds;
    }

    /** The matching messages that the session has a sequence number for, in no order. */
    public Mono<Set<MessageUid>> find(
            SearchProgram program, ImapSession session, MessageManager mailbox) {
        return Mono.defer(
                () -> {
                    SearchMoment moment = new SearchMoment(clock.instant(), messageIds);
                    return program.root().matches(new SearchedMailbox(session, mailbox, moment));
                });
    }
}
