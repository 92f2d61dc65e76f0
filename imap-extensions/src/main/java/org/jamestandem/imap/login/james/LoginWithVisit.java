package org.jamestandem.imap.login.james;

import com.google.inject.Inject;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.processor.LoginProcessor;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.metrics.api.MetricFactory;

/** LOGIN (RFC 3501 §6.2.3) that notes the visit. */
public class LoginWithVisit extends LoginProcessor {
    private final ImapVisits visits;

    @Inject
    LoginWithVisit(
            MailboxManager mailboxes,
            StatusResponseFactory responses,
            MetricFactory metrics,
            ImapVisits visits) {
        super(mailboxes, responses, metrics);
        this.visits = visits;
    }

    @Override
    protected void provisionInbox(
            ImapSession session, MailboxManager mailboxes, MailboxSession mailboxSession)
            throws MailboxException {
        super.provisionInbox(session, mailboxes, mailboxSession);
        visits.record(mailboxSession);
    }
}
