package org.jamestandem.imap.acl.james;

import com.google.inject.Inject;
import org.apache.james.events.Event;
import org.apache.james.events.EventListener.ReactiveGroupEventListener;
import org.apache.james.events.Group;
import org.apache.james.mailbox.events.MailboxEvents.MailboxDeletion;
import org.jamestandem.imap.acl.GrantStore;
import org.jamestandem.imap.acl.MailboxKey;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * The {@code <listener>} entry of {@code listeners.xml}: drops the access control list of a mailbox
 * that is deleted, by whatever way. Mailbox ids are never used again, so it does not matter when or
 * how often it hears of it.
 */
public final class ForgetDeletedMailboxes implements ReactiveGroupEventListener {
    /** Names this listener among those of the server. */
    public static final class ForgetDeletedMailboxesGroup extends Group {}

    private static final Group GROUP = new ForgetDeletedMailboxesGroup();

    private final GrantStore grants;

    @Inject
    public ForgetDeletedMailboxes(GrantStore grants) {
        this.grants = grants;
    }

    @Override
    public Group getDefaultGroup() {
        return GROUP;
    }

    @Override
    public boolean isHandling(Event event) {
        return event instanceof MailboxDeletion;
    }

    @Override
    public Publisher<Void> reactiveEvent(Event event) {
        return event instanceof MailboxDeletion deletion
                ? grants.forget(key(deletion))
                : Mono.empty();
    }

    private static MailboxKey key(MailboxDeletion deletion) {
        return new MailboxKey(
                deletion.getMailboxId().serialize(),
                deletion.getMailboxPath().getUser().asString());
    }
}
