package org.jamestandem.imap.login.james;

import com.google.inject.Inject;
import org.apache.james.mailbox.MailboxSession;
import org.jamestandem.kernel.activity.AccessProtocol;
import org.jamestandem.kernel.activity.AfterDownload;
import org.jamestandem.kernel.activity.ReaderActivity;

/** Turns an IMAP login into a visit. Acting for somebody else is no visit of his. */
class ImapVisits {
    private static final String DEFAULT_DEVICE = "";

    private final ReaderActivity activity;

    @Inject
    ImapVisits(ReaderActivity activity) {
        this.activity = activity;
    }

    void record(MailboxSession session) {
        boolean own = session.getLoggedInUser().map(session.getUser()::equals).orElse(true);
        if (own) {
            activity.record(
                    session.getUser(), AccessProtocol.IMAP, DEFAULT_DEVICE, AfterDownload.UNKNOWN);
        }
    }
}
