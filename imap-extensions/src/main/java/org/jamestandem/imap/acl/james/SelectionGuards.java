package org.jamestandem.imap.acl.james;

import com.google.common.base.Ticker;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Duration;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.mailbox.model.MailboxPath;
import org.jamestandem.imap.acl.MailboxKey;
import org.jamestandem.imap.acl.NamedMailbox;
import org.jamestandem.imap.acl.Right;
import org.jamestandem.imap.acl.Rights;
import reactor.core.publisher.Mono;

/**
 * Looks whether sessions may still read what they have selected. Only other people's mailboxes are
 * guarded: an owner can always read.
 */
@Singleton
public final class SelectionGuards {
    /** How often an idling session is looked after. */
    public static final Duration INTERVAL = Duration.ofSeconds(1);

    private final MailboxAccess access;
    private final AccessLists lists;

    @Inject
    SelectionGuards(MailboxAccess access, AccessLists lists) {
        this.access = access;
        this.lists = lists;
    }

    /** What a session selects of somebody else. */
    SelectedMailbox guard(SelectedMailbox selected, ImapSession session, MailboxPath path) {
        return selected == null
                ? null
                : new GuardedSelection(
                        selected,
                        new NamedMailbox(
                                new MailboxKey(
                                        selected.getMailboxId().serialize(),
                                        path.getUser().asString()),
                                path.getName()),
                        lists::changes,
                        Ticker.systemTicker());
    }

    /** Whether the session has selected somebody else's mailbox. */
    public boolean isGuarded(ImapSession session) {
        return session.getSelected() instanceof GuardedSelection;
    }

    /** Whether the session may read what it has selected; true when nothing is. */
    public Mono<Boolean> readable(ImapSession session) {
        return session.getSelected() instanceof GuardedSelection guarded
                ? Mono.defer(() -> check(guarded, session))
                : Mono.just(true);
    }

    private Mono<Boolean> check(GuardedSelection guarded, ImapSession session) {
        long before = lists.changes();
        return access.rights(guarded.mailbox(), session.getMailboxSession().getUser())
                .map(rights -> rights.contains(Right.READ))
                .doOnNext(readable -> guarded.note(readable, before));
    }

    /** What a command has just found out about the selected mailbox. */
    void note(ImapSession session, Rights rights) {
        if (session.getSelected() instanceof GuardedSelection guarded) {
            guarded.note(rights.contains(Right.READ), lists.changes());
        }
    }

    /** Whether the session still has to be told that it may not read any more; true only once. */
    public boolean tellsNow(ImapSession session) {
        return session.getSelected() instanceof GuardedSelection guarded && guarded.tellsNow();
    }

    /** The selected mailbox as James has it, whose lock James holds when it adds events. */
    public static SelectedMailbox unguarded(SelectedMailbox selected) {
        return selected instanceof GuardedSelection guarded ? guarded.unguarded() : selected;
    }
}
