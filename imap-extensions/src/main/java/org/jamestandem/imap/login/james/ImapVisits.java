package org.jamestandem.imap.login.james;

import com.google.inject.Inject;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.mailbox.MailboxSession;
import org.jamestandem.imap.interop.james.ConnectionRepair;
import org.jamestandem.kernel.activity.AccessProtocol;
import org.jamestandem.kernel.activity.AfterDownload;
import org.jamestandem.kernel.activity.ReaderActivity;
import org.jamestandem.kernel.audit.AuditChannel;
import org.jamestandem.kernel.audit.james.ClientAddresses;
import org.jamestandem.kernel.audit.james.SessionMark;

/**
 * Turns an IMAP login into a visit, and marks its session for the audit trail. Acting for somebody
 * else is no visit of his.
 */
class ImapVisits {
    private static final String DEFAULT_DEVICE = "";

    private final ReaderActivity activity;
    private final ClientAddresses addresses;
    private final ConnectionRepair connections;

    @Inject
    ImapVisits(ReaderActivity activity, ClientAddresses addresses, ConnectionRepair connections) {
        this.activity = activity;
        this.addresses = addresses;
        this.connections = connections;
    }

    /** To be called when James has just given the connection its mailbox session. */
    void begin(ImapSession connection) {
        MailboxSession session = SessionMark.on(connection.getMailboxSession(), AuditChannel.IMAP);
        connection.setMailboxSession(session);
        connections.clientOf(connection).ifPresent(client -> addresses.note(session, client));
        record(session);
    }

    private void record(MailboxSession session) {
        boolean own = session.getLoggedInUser().map(session.getUser()::equals).orElse(true);
        if (own) {
            activity.record(
                    session.getUser(), AccessProtocol.IMAP, DEFAULT_DEVICE, AfterDownload.UNKNOWN);
        }
    }
}
