package org.jamestandem.pop3.session.james;

import com.google.inject.Inject;
import java.util.Optional;
import org.apache.james.protocols.api.ProtocolSession.AttachmentKey;
import org.apache.james.protocols.api.ProtocolSession.State;
import org.apache.james.protocols.pop3.POP3Session;
import org.jamestandem.pop3.journal.Journal;
import org.jamestandem.pop3.journal.LiveSession;
import org.jamestandem.pop3.maildrop.OpenMaildrop;
import org.jamestandem.pop3.maildrop.QuitOutcome;
import reactor.core.publisher.Mono;

/** What connections tell the journal. */
final class SessionJournal {
    private static final AttachmentKey<LiveSession> LIVE =
            AttachmentKey.of("tandem.live", LiveSession.class);

    private final Journal journal;

    @Inject
    SessionJournal(Journal journal) {
        this.journal = journal;
    }

    Mono<OpenMaildrop> opening(Mono<OpenMaildrop> work) {
        return journal.opening(work);
    }

    /** Before the connection can end unseen; whoever finds that it has ended calls {@link #end}. */
    void begin(POP3Session session, OpenMaildrop maildrop) {
        String address = session.getRemoteAddress().getAddress().getHostAddress();
        session.setAttachment(
                LIVE,
                journal.begin(maildrop, address, () -> Connections.end(session)),
                State.Connection);
    }

    void quit(POP3Session session, OpenMaildrop maildrop, QuitOutcome outcome) {
        live(session).ifPresent(live -> journal.quit(live, maildrop, outcome));
    }

    void end(POP3Session session) {
        live(session).ifPresent(journal::dropped);
    }

    /** The session on that connection; empty before login. */
    static Optional<LiveSession> live(POP3Session session) {
        return session.getAttachment(LIVE, State.Connection);
    }
}
