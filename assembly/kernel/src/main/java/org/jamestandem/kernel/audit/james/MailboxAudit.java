package org.jamestandem.kernel.audit.james;

import com.google.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.james.core.Username;
import org.apache.james.events.Event;
import org.apache.james.events.EventListener.ReactiveGroupEventListener;
import org.apache.james.events.Group;
import org.apache.james.mailbox.events.MailboxEvents.Expunged;
import org.apache.james.mailbox.events.MailboxEvents.MailboxDeletion;
import org.apache.james.mailbox.events.MailboxEvents.MailboxEvent;
import org.apache.james.mailbox.model.MessageId;
import org.jamestandem.kernel.audit.Actor;
import org.jamestandem.kernel.audit.Audit;
import org.jamestandem.kernel.audit.AuditAction;
import org.jamestandem.kernel.audit.AuditChannel;
import org.jamestandem.kernel.audit.AuditEntry;
import org.jamestandem.kernel.audit.Deed;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * A {@code listener} of {@code listeners.xml}: writes down what leaves a folder by any way but
 * those of Tandem that write it down themselves. A message that is in another folder of its owner
 * when the event comes was moved there, whether by MOVE or by a copy before; any other is deleted.
 */
public final class MailboxAudit implements ReactiveGroupEventListener {
    /** Names this listener among those of the server. */
    public static final class MailboxAuditGroup extends Group {}

    private static final Group GROUP = new MailboxAuditGroup();

    private final Audit audit;
    private final MessagePlaces places;
    private final ClientAddresses addresses;
    private final Clock clock;

    @Inject
    public MailboxAudit(Audit audit, MessagePlaces places, ClientAddresses addresses, Clock clock) {
        this.audit = audit;
        this.places = places;
        this.addresses = addresses;
        this.clock = clock;
    }

    @Override
    public Group getDefaultGroup() {
        return GROUP;
    }

    @Override
    public boolean isHandling(Event event) {
        return event instanceof MailboxEvent mailbox
                && (event instanceof Expunged || event instanceof MailboxDeletion)
                && !writesItself(channel(mailbox));
    }

    @Override
    public Publisher<Void> reactiveEvent(Event event) {
        if (!isHandling(event)) {
            return Mono.empty();
        }
        return event instanceof Expunged expunged
                ? left(expunged)
                : Mono.fromRunnable(() -> deleted((MailboxDeletion) event));
    }

    private Mono<Void> left(Expunged event) {
        Username owner = event.getMailboxPath().getUser();
        Collection<MessageId> messages = event.getMessageIds();
        return places.of(owner, messages)
                .doOnNext(
                        found ->
                                record(
                                        event,
                                        deeds(event.getMailboxPath().getName(), messages, found)))
                .then();
    }

    private static List<Deed> deeds(
            String folder, Collection<MessageId> messages, Map<String, String> places) {
        List<String> deleted = new ArrayList<>();
        Map<String, List<String>> moved = new TreeMap<>();
        for (MessageId message : messages) {
            String id = message.serialize();
            String place = places.get(id);
            (place == null ? deleted : moved.computeIfAbsent(place, any -> new ArrayList<>()))
                    .add(id);
        }
        List<Deed> deeds = new ArrayList<>();
        moved.forEach(
                (place, ids) ->
                        deeds.add(new Deed(AuditAction.MOVED, "from " + folder, place, ids)));
        if (!deleted.isEmpty()) {
            deeds.add(new Deed(AuditAction.DELETED, "", folder, deleted));
        }
        return deeds;
    }

    private void deleted(MailboxDeletion event) {
        String rule =
                "folder deleted with %d messages"
                        .formatted(event.getDeletedMessageCount().asLong());
        record(
                event,
                List.of(
                        new Deed(
                                AuditAction.DELETED,
                                rule,
                                event.getMailboxPath().getName(),
                                List.of())));
    }

    private void record(MailboxEvent event, List<Deed> deeds) {
        audit.record(
                new AuditEntry(
                        event.getEventId().getId(),
                        event.getMailboxPath().getUser(),
                        clock.instant(),
                        Actor.client(
                                channel(event),
                                event.getUsername(),
                                "",
                                addresses.of(event.getSessionId()).orElse("")),
                        deeds));
    }

    private static AuditChannel channel(MailboxEvent event) {
        return SessionMark.of(event.getSessionId());
    }

    private static boolean writesItself(AuditChannel channel) {
        return switch (channel) {
            case POP3, SERVER, WEBADMIN -> true;
            case IMAP, UNKNOWN -> false;
        };
    }
}
