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
 *
 * <p>James forgets its own saved set at every SELECT and EXAMINE. A result is ours as long as the
 * set that we gave James is still there.
 */
public final class SavedResult {
    private static final String ATTRIBUTE = SavedResult.class.getName();

    private static final class Saved {
        private final SelectedMailbox mailbox;
        private final Uids uids;
        private final IdRange[] inJames;

        Saved(SelectedMailbox mailbox, Uids uids, IdRange[] inJames) {
            this.mailbox = mailbox;
            this.uids = uids;
            this.inJames = inJames;
        }
    }

    private SavedResult() {}

    /** Replaces what was saved. */
    public static void save(ImapSession session, Uids uids) {
        keep(session, uids, new IdRange[0]);
    }

    private static void keep(ImapSession session, Uids uids, IdRange[] numbers) {
        SearchResUtil.saveSequenceSet(session, numbers);
        IdRange[] inJames = SearchResUtil.getSavedSequenceSet(session);
        session.setAttribute(ATTRIBUTE, new Saved(session.getSelected(), uids, inJames));
    }

    /** The messages saved; none when nothing was saved since the mailbox was selected. */
    static Uids of(ImapSession session) {
        return session.getAttribute(ATTRIBUTE) instanceof Saved saved
                        && saved.mailbox == session.getSelected()
                        && saved.inJames == SearchResUtil.getSavedSequenceSet(session)
                ? saved.uids
                : Uids.NONE;
    }

    /**
     * Puts the result where James' parsers look for {@code $}, in the numbers of the command that
     * is about to be parsed.
     */
    static void express(ImapSession session, boolean useUids) {
        Uids saved = of(session);
        if (saved.isEmpty()) {
            SearchResUtil.resetSavedSequenceSet(session);
            return;
        }
        SelectedMailbox selected = session.getSelected();
        LongStream numbers =
                saved.stream().flatMap(uid -> number(selected, uid).map(n -> useUids ? uid : n));
        keep(session, saved, numbers.mapToObj(IdRange::new).toArray(IdRange[]::new));
    }

    /** Nothing for a message that has no number any more. */
    private static LongStream number(SelectedMailbox selected, long uid) {
        return selected.msn(MessageUid.of(uid)).asInt().stream().mapToLong(number -> number);
    }
}
