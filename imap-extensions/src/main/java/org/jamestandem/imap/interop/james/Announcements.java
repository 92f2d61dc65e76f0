package org.jamestandem.imap.interop.james;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.mail.Flags;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.mailbox.MessageUid;

/**
 * What a session has not been told yet about its selected mailbox.
 *
 * <p>James collects it in {@link SelectedMailbox}, and its processors read it, answer, and then
 * throw away everything collected, what came meanwhile included. Here it is taken out in one step,
 * and what comes later stays for the next time.
 *
 * @param grown whether messages were added
 * @param expunged messages whose removal is to be announced
 * @param recent whether the number of recent messages changed
 * @param flagged messages whose flags were changed
 * @param newFlags all flags in use, when there are new ones among them
 */
record Announcements(
        boolean grown,
        Collection<MessageUid> expunged,
        boolean recent,
        Collection<MessageUid> flagged,
        Optional<Flags> newFlags) {

    /** Takes out all of it; removals only when they may be announced now. */
    static Announcements take(SelectedMailbox selected, boolean removals) {
        return atOnce(
                selected,
                () -> {
                    boolean grown = selected.isSizeChanged();
                    boolean recent = grown || (removals && selected.isRecentUidRemoved());
                    Announcements taken =
                            new Announcements(
                                    grown,
                                    removals ? selected.expungedUids() : List.of(),
                                    recent,
                                    selected.flagUpdateUids(),
                                    Optional.of(selected.getApplicableFlags())
                                            .filter(flags -> selected.hasNewApplicableFlags()));
                    if (removals) {
                        selected.resetExpungedUids();
                    }
                    if (recent) {
                        selected.resetRecentUidRemoved();
                    }
                    selected.resetEvents();
                    return taken;
                });
    }

    /** James adds to what is collected while it holds this very lock. */
    private static <T> T atOnce(SelectedMailbox selected, Supplier<T> step) {
        synchronized (selected) {
            return step.get();
        }
    }
}
