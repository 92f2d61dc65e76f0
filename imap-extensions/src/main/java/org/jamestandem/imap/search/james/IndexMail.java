package org.jamestandem.imap.search.james;

import com.google.inject.Inject;
import java.io.InputStream;
import java.util.Collection;
import org.apache.james.core.Username;
import org.apache.james.events.Event;
import org.apache.james.events.EventListener.ReactiveGroupEventListener;
import org.apache.james.events.Group;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.events.MailboxEvents.Added;
import org.apache.james.mailbox.events.MailboxEvents.Expunged;
import org.apache.james.mailbox.events.MailboxEvents.MailboxDeletion;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.model.FetchGroup;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.mailbox.model.MessageResult;
import org.jamestandem.imap.search.ContentIndex;
import org.jamestandem.imap.search.Uids;
import org.jamestandem.imap.text.AttachmentReader;
import org.jamestandem.imap.text.MessageReader;
import org.jamestandem.imap.text.TextLimits;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The {@code <listener>} entry of {@code listeners.xml} that tells the search index of new and
 * removed mail. Events may come late, twice, in any order, or not at all: what the index does not
 * hold is read when it is searched for, and what it holds too much is never shown.
 */
public final class IndexMail implements ReactiveGroupEventListener {
    /** Names this listener among those of the server. */
    public static final class IndexMailGroup extends Group {}

    private static final Group GROUP = new IndexMailGroup();
    private static final Logger LOGGER = LoggerFactory.getLogger(IndexMail.class);

    /** Reading stops where an index would cut the text anyway. */
    private static final int LONGEST_TEXT = 256 << 10;

    private final ContentIndex index;
    private final MailboxManager mailboxes;
    private final MessageReader reader =
            new MessageReader(
                    TextLimits.GENEROUS.withCharacters(LONGEST_TEXT), AttachmentReader.NONE);

    @Inject
    public IndexMail(ContentIndex index, MailboxManager mailboxes) {
        this.index = index;
        this.mailboxes = mailboxes;
    }

    @Override
    public Group getDefaultGroup() {
        return GROUP;
    }

    @Override
    public boolean isHandling(Event event) {
        return index.keeps()
                && (event instanceof Added
                        || event instanceof Expunged
                        || event instanceof MailboxDeletion);
    }

    @Override
    public Publisher<Void> reactiveEvent(Event event) {
        if (event instanceof Added added) {
            return add(added);
        }
        if (event instanceof Expunged expunged) {
            return index.remove(expunged.getMailboxId().serialize(), uids(expunged.getUids()));
        }
        return event instanceof MailboxDeletion deletion
                ? index.removeMailbox(deletion.getMailboxId().serialize())
                : Mono.empty();
    }

    /** As the owner, whoever added them. Nothing to do for a mailbox that has gone meanwhile. */
    private Mono<Void> add(Added added) {
        Username owner = added.getMailboxPath().getUser();
        MailboxSession session = mailboxes.createSystemSession(owner);
        MailboxId mailbox = added.getMailboxId();
        return Mono.from(mailboxes.getMailboxReactive(mailbox, session))
                .flatMapMany(
                        found ->
                                Flux.fromIterable(MessageRange.toRanges(added.getUids()))
                                        .concatMap(
                                                range ->
                                                        found.getMessagesReactive(
                                                                range,
                                                                FetchGroup.FULL_CONTENT,
                                                                session)))
                .concatMap(message -> add(mailbox, message), 1)
                .then()
                .onErrorResume(MailboxNotFoundException.class, e -> Mono.empty());
    }

    private Mono<Void> add(MailboxId mailbox, MessageResult message) {
        long uid = message.getUid().asLong();
        return Mono.fromCallable(
                        () -> {
                            try (InputStream content = message.getFullContent().getInputStream()) {
                                return reader.read(content);
                            }
                        })
                .subscribeOn(Schedulers.boundedElastic())
                .onErrorResume(
                        e -> {
                            LOGGER.warn("Message {} of {} cannot be read", uid, mailbox, e);
                            return Mono.empty();
                        })
                .flatMap(text -> index.add(mailbox.serialize(), uid, text));
    }

    private static Uids uids(Collection<MessageUid> uids) {
        return Uids.of(uids.stream().mapToLong(MessageUid::asLong));
    }
}
