package org.jamestandem.kernel.audit.james;

import java.util.List;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MailboxSession.SessionId;
import org.jamestandem.kernel.audit.AuditChannel;

/**
 * Marks sessions as ones of our handlers. The mark is in the session's id, which is the only thing
 * of a session that goes with its events to every node. James draws ids at random: about one in two
 * million looks marked.
 */
public final class SessionMark {
    private static final int SEQUENCE_BITS = 41;
    private static final int CHANNEL_BITS = 3;
    private static final long SEQUENCE = (1L << SEQUENCE_BITS) - 1;
    private static final long MAGIC = 0x5_7A4DL;
    private static final List<AuditChannel> CHANNELS =
            List.of(
                    AuditChannel.UNKNOWN,
                    AuditChannel.POP3,
                    AuditChannel.IMAP,
                    AuditChannel.WEBADMIN,
                    AuditChannel.SERVER);

    private SessionMark() {}

    /** The same session under an id that says by which channel it came. */
    public static MailboxSession on(MailboxSession session, AuditChannel channel) {
        MailboxSession marked =
                new MailboxSession(
                        marked(session.getSessionId(), channel),
                        session.getUser(),
                        session.getLoggedInUser(),
                        session.getLocalePreferences(),
                        session.getPathDelimiter(),
                        session.getType());
        marked.getAttributes().putAll(session.getAttributes());
        return marked;
    }

    /** Which channel the mark says; unknown when there is none. */
    static AuditChannel of(SessionId id) {
        long bits = id.getValue();
        int code = (int) (bits >>> SEQUENCE_BITS) & ((1 << CHANNEL_BITS) - 1);
        boolean isMarked = bits >>> (SEQUENCE_BITS + CHANNEL_BITS) == MAGIC;
        return isMarked && code < CHANNELS.size() ? CHANNELS.get(code) : AuditChannel.UNKNOWN;
    }

    private static SessionId marked(SessionId id, AuditChannel channel) {
        long code = MAGIC << CHANNEL_BITS | CHANNELS.indexOf(channel);
        return SessionId.of(code << SEQUENCE_BITS | id.getValue() & SEQUENCE);
    }
}
