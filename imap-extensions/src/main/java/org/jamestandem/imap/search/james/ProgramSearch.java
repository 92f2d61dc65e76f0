package org.jamestandem.imap.search.james;

import com.google.inject.Inject;
import java.time.Clock;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager;
import org.jamestandem.imap.search.SearchEngine;
import org.jamestandem.imap.search.Uids;
import reactor.core.publisher.Mono;

/** Finds what a search program asks for in a session's selected mailbox. */
public final class ProgramSearch {
    private final Clock clock;
    private final SearchEngine engine;

    @Inject
    ProgramSearch(Clock clock, SearchEngine engine) {
        this.clock = clock;
        this.engine = engine;
    }

    /** The matching messages that the session has a sequence number for. */
    public Mono<Uids> find(SearchProgram program, ImapSession session, MessageManager mailbox) {
        return Mono.defer(
                () -> {
                    SearchScope scope = SearchScope.of(session, clock.instant());
                    return engine.search(
                            new SessionMailbox(session, mailbox, scope.known()), program.in(scope));
                });
    }

    /** The matching messages of a mailbox that is not selected. */
    Mono<Uids> find(SearchProgram program, MailboxSession user, MessageManager mailbox) {
        return SessionMailbox.of(user, mailbox)
                .flatMap(
                        view ->
                                engine.search(
                                        view,
                                        program.in(
                                                new SearchScope(
                                                        clock.instant(), view.uids(), Uids.NONE))));
    }
}
