package org.jamestandem.imap.login.james;

import com.google.inject.Inject;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.message.request.LoginRequest;
import org.apache.james.imap.processor.LoginProcessor;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.metrics.api.MetricFactory;
import org.jamestandem.imap.interop.james.ConnectionRepair;
import org.jamestandem.kernel.login.LoginNames;
import reactor.core.publisher.Mono;

/** LOGIN (RFC 3501 §6.2.3) on a repaired connection, that notes the visit. */
public class LoginWithVisit extends LoginProcessor {
    private final ImapVisits visits;
    private final ConnectionRepair repair;

    @Inject
    LoginWithVisit(
            MailboxManager mailboxes,
            StatusResponseFactory responses,
            MetricFactory metrics,
            LoginNames names,
            ImapVisits visits,
            ConnectionRepair repair) {
        super(DeviceLogins.on(mailboxes, names), responses, metrics);
        this.visits = visits;
        this.repair = repair;
    }

    /** First of all, so that nothing the client sends after login reaches James' own decoder. */
    @Override
    protected Mono<Void> processRequestReactive(
            LoginRequest request, ImapSession session, Responder responder) {
        return repair.repair(session)
                .then(Mono.defer(() -> super.processRequestReactive(request, session, responder)));
    }

    @Override
    protected void provisionInbox(
            ImapSession session, MailboxManager mailboxes, MailboxSession mailboxSession)
            throws MailboxException {
        super.provisionInbox(session, mailboxes, mailboxSession);
        visits.begin(session);
    }
}
