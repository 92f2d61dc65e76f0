package org.jamestandem.imap.search.james;

import java.util.stream.LongStream;
import org.apache.james.imap.api.message.IdRange;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.api.process.SearchResUtil;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.mailbox.MessageUid;
import org.jamestandem.imap.search.Uids;

/**
 * What a session has saved with {@code SEARCH RETURN (SAVE)} (RFC 5182). It names messages, not
 * numbers, since numbers change; it ends with the selection of the mailbox.
 */
public final class SavedResult {
    private static final String ATTRIBUTE = SavedResult.class.getName();

    private record Saved(SelectedMailbox mailbox, Uids uids) {}

    private SavedResult() {}

    /** Replaces what was saved. */
    public static void save(ImapSession session, Uids uids) {
        session.setAttribute(ATTRIBUTE, new Saved(session.getSelected(), uids));
    }

    /** The messages saved; none when nothing was saved in this mailbox. */
    static Uids of(ImapSession session) {
        return session.getAttribute(ATTRIBUTE) instanceof Saved saved
                        && saved.mailbox() == session.getSelected()
                ? saved.uids()
                : Uids.NONE;
    }

    /**
     * Puts the result where James' parsers look for {@code $}, in the numbers of the command that
     * is about to be parsed.
     */
    static void express(ImapSession session, boolean useUids) {
        SelectedMailbox selected = session.getSelected();
        if (selected == null) {
            SearchResUtil.resetSavedSequenceSet(session);
            return;
        }
        LongStream numbers =
                of(session).stream()
                        .flatMap(uid -> number(selected, uid).map(n -> useUids ? uid : n));
        SearchResUtil.saveSequenceSet(
                session, numbers.mapToObj(IdRange::new).toArray(IdRange[]::new));
    }

    /** Nothing for a message that has no number any more. */
    private static LongStream number(SelectedMailbox selected, long uid) {
        return selected.msn(MessageUid.of(uid)).asInt().stream().mapToLong(number -> number);
    }
}
