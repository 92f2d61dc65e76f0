package org.jamestandem.imap.acl.james;

import java.util.Optional;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.model.MailboxId;
import org.jamestandem.imap.acl.Right;
import org.jamestandem.imap.acl.Rights;

/**
 * The mailbox that a session has opened with EXAMINE: nothing in it is changed by that session (RFC
 * 3501 §6.3.2).
 */
public final class ExaminedMailbox {
    private static final String ATTRIBUTE = ExaminedMailbox.class.getName();
    private static final Rights WITHHELD = FlagRights.ALL.plus(Rights.of(Right.EXPUNGE));

    private ExaminedMailbox() {}

    /** EXAMINE has run: what is selected now, if anything, it has opened. */
    public static void open(ImapSession session) {
        Optional.ofNullable(session.getSelected())
                .ifPresent(
                        selected ->
                                session.getMailboxSession()
                                        .getAttributes()
                                        .put(ATTRIBUTE, selected.getMailboxId()));
    }

    /** Another command opens a mailbox. */
    public static void close(MailboxSession session) {
        session.getAttributes().remove(ATTRIBUTE);
    }

    static boolean is(MailboxSession session, MailboxId mailbox) {
        return mailbox.equals(session.getAttributes().get(ATTRIBUTE));
    }

    /** What is left of the rights on the selected mailbox. */
    static Rights restrict(MailboxSession session, MailboxId mailbox, Rights rights) {
        return is(session, mailbox) ? rights.minus(WITHHELD) : rights;
    }
}
