package org.jamestandem.imap.acl.james;

import com.google.common.base.Ticker;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import javax.mail.Flags;
import org.apache.james.events.EventListener.ReactiveEventListener;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.NullableMessageSequenceNumber;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.MailboxPath;
import org.jamestandem.imap.acl.NamedMailbox;
import reactor.core.publisher.Mono;

/**
 * Somebody else's mailbox that a session has selected. What happens in it is kept back from the
 * session's commands from the moment at which the right to read it may be gone, until it is known
 * not to be.
 */
final class GuardedSelection implements SelectedMailbox {
    private final SelectedMailbox selected;
    private final NamedMailbox mailbox;
    private final LongSupplier changes;
    private final Ticker ticker;
    private final AtomicBoolean told = new AtomicBoolean();
    private volatile Reading last;

    /** What was known about the right to read when that many lists had changed. */
    private record Reading(boolean readable, long changes, long time) {}

    /**
     * @param changes how many lists this node has changed so far
     */
    GuardedSelection(
            SelectedMailbox selected, NamedMailbox mailbox, LongSupplier changes, Ticker ticker) {
        this.selected = selected;
        this.mailbox = mailbox;
        this.changes = changes;
        this.ticker = ticker;
        this.last = new Reading(true, changes.getAsLong(), ticker.read());
    }

    NamedMailbox mailbox() {
        return mailbox;
    }

    SelectedMailbox unguarded() {
        return selected;
    }

    void note(boolean readable, long changesBefore) {
        last = new Reading(readable, changesBefore, ticker.read());
        if (readable) {
            told.set(false);
        }
    }

    boolean tellsNow() {
        return !last.readable() && told.compareAndSet(false, true);
    }

    private boolean isOpen() {
        Reading known = last;
        return known.readable()
                && known.changes() == changes.getAsLong()
                && ticker.read() - known.time() < MailboxAccess.LIFETIME.toNanos();
    }

    @Override
    public boolean isSizeChanged() {
        return isOpen() && selected.isSizeChanged();
    }

    @Override
    public boolean isRecentUidRemoved() {
        return isOpen() && selected.isRecentUidRemoved();
    }

    @Override
    public Collection<MessageUid> expungedUids() {
        return isOpen() ? selected.expungedUids() : List.of();
    }

    @Override
    public Collection<MessageUid> flagUpdateUids() {
        return isOpen() ? selected.flagUpdateUids() : List.of();
    }

    @Override
    public boolean hasNewApplicableFlags() {
        return isOpen() && selected.hasNewApplicableFlags();
    }

    @Override
    public void resetEvents() {
        if (isOpen()) {
            selected.resetEvents();
        }
    }

    @Override
    public void resetExpungedUids() {
        if (isOpen()) {
            selected.resetExpungedUids();
        }
    }

    @Override
    public void resetRecentUidRemoved() {
        if (isOpen()) {
            selected.resetRecentUidRemoved();
        }
    }

    @Override
    public void resetNewApplicableFlags() {
        if (isOpen()) {
            selected.resetNewApplicableFlags();
        }
    }

    @Override
    public Mono<Void> deselect() {
        return selected.deselect();
    }

    @Override
    public void registerIdle(ReactiveEventListener idle) {
        selected.registerIdle(idle);
    }

    @Override
    public void unregisterIdle() {
        selected.unregisterIdle();
    }

    @Override
    public NullableMessageSequenceNumber msn(MessageUid uid) {
        return selected.msn(uid);
    }

    @Override
    public Optional<MessageUid> uid(int index) {
        return selected.uid(index);
    }

    @Override
    public boolean addRecent(MessageUid uid) {
        return selected.addRecent(uid);
    }

    @Override
    public boolean removeRecent(MessageUid uid) {
        return selected.removeRecent(uid);
    }

    @Override
    public Collection<MessageUid> getRecent() {
        return selected.getRecent();
    }

    @Override
    public int recentCount() {
        return selected.recentCount();
    }

    @Override
    public long existsCount() {
        return selected.existsCount();
    }

    /** Nothing when it is gone, or nothing of it may be known any more. */
    @Override
    public Mono<MailboxPath> getPathReactive() {
        return selected.getPathReactive()
                .onErrorResume(MailboxNotFoundException.class, e -> Mono.empty());
    }

    @Override
    public MailboxId getMailboxId() {
        return selected.getMailboxId();
    }

    @Override
    public MessageManager getMessageManager() {
        return selected.getMessageManager();
    }

    @Override
    public boolean isRecent(MessageUid uid) {
        return selected.isRecent(uid);
    }

    @Override
    public boolean isDeletedByOtherSession() {
        return selected.isDeletedByOtherSession();
    }

    @Override
    public NullableMessageSequenceNumber remove(MessageUid uid) {
        return selected.remove(uid);
    }

    @Override
    public Optional<MessageUid> getFirstUid() {
        return selected.getFirstUid();
    }

    @Override
    public Optional<MessageUid> getLastUid() {
        return selected.getLastUid();
    }

    @Override
    public Flags getApplicableFlags() {
        return selected.getApplicableFlags();
    }
}
