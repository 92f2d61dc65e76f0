package org.jamestandem.pop3.session.james;

import com.google.inject.Inject;
import org.apache.james.protocols.api.handler.DisconnectHandler;
import org.apache.james.protocols.pop3.POP3Session;
import org.jamestandem.pop3.maildrop.OpenMaildrop;

/** Lets go of a maildrop when its connection ends. Without QUIT nothing is changed. */
final class FarewellHandler implements DisconnectHandler<POP3Session> {
    private final SessionJournal journal;

    @Inject
    FarewellHandler(SessionJournal journal) {
        this.journal = journal;
    }

    @Override
    public void onDisconnect(POP3Session session) {
        if (session != null) {
            journal.end(session);
            Conversation.on(session).end().ifPresent(OpenMaildrop::release);
        }
    }
}
