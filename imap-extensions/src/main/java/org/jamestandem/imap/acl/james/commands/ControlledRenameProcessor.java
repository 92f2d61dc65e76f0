package org.jamestandem.imap.acl.james.commands;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.message.request.RenameRequest;
import org.apache.james.imap.processor.RenameProcessor;
import org.apache.james.metrics.api.MetricFactory;
import org.jamestandem.imap.acl.Right;
import org.jamestandem.imap.acl.james.AccessControlledMailboxes;
import org.jamestandem.imap.acl.james.AccessGate;
import org.jamestandem.imap.sharing.james.LocalRequests;
import org.jamestandem.imap.sharing.james.MailboxNames;
import org.jamestandem.imap.sharing.james.Place;
import reactor.core.publisher.Mono;

/** James' RENAME, for who has {@code x} and may create at the new place (RFC 4314 §4). */
@Singleton
public final class ControlledRenameProcessor extends RenameProcessor {
    private final AccessGate gate;
    private final MailboxNames names;

    @Inject
    ControlledRenameProcessor(
            AccessControlledMailboxes mailboxes,
            StatusResponseFactory responses,
            MetricFactory metrics,
            AccessGate gate,
            MailboxNames names) {
        super(mailboxes, responses, metrics);
        this.gate = gate;
        this.names = names;
    }

    @Override
    protected Mono<Void> processRequestReactive(
            RenameRequest request, ImapSession session, Responder responder) {
        return gate.passage(request, session, responder)
                .needs(Right.DELETE_MAILBOX, request.getExistingName())
                .needsCreateAbove(request.getNewName())
                .needsOneOwner(request.getExistingName(), request.getNewName())
                .thenOn(
                        request.getExistingName(),
                        (existing, acting) ->
                                renamed(request, existing, session, acting, responder));
    }

    private Mono<Void> renamed(
            RenameRequest request,
            String existing,
            ImapSession session,
            ImapSession acting,
            Responder responder) {
        String wanted =
                names.place(request.getNewName(), session)
                        .filter(Place::foreign)
                        .map(Place::localName)
                        .orElse(request.getNewName());
        return super.processRequestReactive(
                LocalRequests.of(request, existing, wanted), acting, responder);
    }
}
