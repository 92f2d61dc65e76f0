package org.jamestandem.imap.acl.james;

import com.google.inject.Inject;
import org.apache.james.events.Event;
import org.apache.james.events.EventListener.ReactiveGroupEventListener;
import org.apache.james.events.Group;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.events.MailboxEvents.MailboxACLUpdated;
import org.apache.james.mailbox.events.MailboxEvents.MailboxAdded;
import org.apache.james.mailbox.events.MailboxEvents.MailboxDeletion;
import org.apache.james.mailbox.events.MailboxEvents.MailboxEvent;
import org.apache.james.mailbox.events.MailboxEvents.MailboxRenamed;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.model.Mailbox;
import org.jamestandem.imap.acl.MailboxKey;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * The {@code <listener>} entry of {@code listeners.xml}: follows what becomes of mailboxes by
 * whatever way. One that is new gets its list, the list of one that is deleted is dropped, one that
 * is renamed is listed by its new name, and what others write into James' own list is taken over.
 * It does not matter when or how often it hears of something: mailbox ids are never used again, and
 * what a mailbox is called and has in its list is read when it is heard of.
 */
public final class FollowMailboxes implements ReactiveGroupEventListener {
    /** Names this listener among those of the server. */
    public static final class FollowMailboxesGroup extends Group {}

    private static final Group GROUP = new FollowMailboxesGroup();

    private final AccessLists lists;
    private final MailboxDirectory directory;
    private final MailboxManager mailboxes;
    private final MailboxTree tree;

    @Inject
    FollowMailboxes(
            AccessLists lists,
            MailboxDirectory directory,
            MailboxManager mailboxes,
            MailboxTree tree) {
        this.tree = tree;
        this.lists = lists;
        this.directory = directory;
        this.mailboxes = mailboxes;
    }

    @Override
    public Group getDefaultGroup() {
        return GROUP;
    }

    @Override
    public boolean isHandling(Event event) {
        return event instanceof MailboxDeletion
                || event instanceof MailboxAdded
                || event instanceof MailboxRenamed
                || event instanceof MailboxACLUpdated;
    }

    @Override
    public Publisher<Void> reactiveEvent(Event event) {
        if (event instanceof MailboxDeletion deletion) {
            return lists.forget(key(deletion));
        }
        if (event instanceof MailboxRenamed renamed) {
            return present(renamed).flatMap(mailbox -> lists.move(ownerBefore(renamed), mailbox));
        }
        if (event instanceof MailboxAdded added) {
            return tree.mayBegin(added.getMailboxPath(), added.getMailboxId(), owner(added))
                    ? present(added).flatMap(mailbox -> tree.begin(mailbox, owner(added)))
                    : Mono.empty();
        }
        return event instanceof MailboxACLUpdated updated
                ? present(updated).flatMap(lists::of).then()
                : Mono.empty();
    }

    /** The mailbox as it is now; nothing when it has gone meanwhile. */
    private Mono<Mailbox> present(MailboxEvent event) {
        return directory
                .find(event.getMailboxId(), owner(event))
                .onErrorResume(MailboxNotFoundException.class, e -> Mono.empty());
    }

    private MailboxSession owner(MailboxEvent event) {
        return mailboxes.createSystemSession(event.getMailboxPath().getUser());
    }

    private static String ownerBefore(MailboxRenamed renamed) {
        return renamed.getMailboxPath().getUser().asString();
    }

    private static MailboxKey key(MailboxDeletion deletion) {
        return new MailboxKey(
                deletion.getMailboxId().serialize(),
                deletion.getMailboxPath().getUser().asString());
    }
}
