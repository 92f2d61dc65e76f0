package org.jamestandem.distribution.embedded;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.MessageId;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.mailbox.store.mail.model.MailboxMessage;

/** Messages by mailbox and UID, and by their id: what is asked for is found without a search. */
final class OrderedMessages {
    private final Map<MailboxId, Shelf> shelves = new ConcurrentHashMap<>();
    private final Map<MessageId, Set<Spot>> spots = new ConcurrentHashMap<>();

    /** One mailbox; the map alone would have to count its messages one by one. */
    private static final class Shelf {
        private final ConcurrentNavigableMap<MessageUid, MailboxMessage> messages =
                new ConcurrentSkipListMap<>();
        private final AtomicInteger count = new AtomicInteger();
    }

    private record Spot(MailboxId mailbox, MessageUid uid) {}

    /** How many that mailbox has. */
    int count(MailboxId mailbox) {
        return shelf(mailbox).count.get();
    }

    /** Those of that mailbox, by UID. */
    Collection<MailboxMessage> in(MailboxId mailbox) {
        return shelf(mailbox).messages.values();
    }

    /** Those of that mailbox in the range, by UID, as they are now. */
    Iterator<MailboxMessage> in(MailboxId mailbox, MessageRange range, int most) {
        MessageUid from = range.getUidFrom();
        MessageUid to = range.getUidTo();
        if (from.compareTo(to) > 0) {
            return List.<MailboxMessage>of().iterator();
        }
        Stream<MailboxMessage> found =
                shelf(mailbox).messages.subMap(from, true, to, true).values().stream();
        return (most > 0 ? found.limit(most) : found).toList().iterator();
    }

    /** The message with that id in each mailbox that has it. */
    List<MailboxMessage> withId(MessageId id) {
        List<MailboxMessage> found = new ArrayList<>();
        for (Spot spot : spots.getOrDefault(id, Set.of())) {
            Optional.ofNullable(shelf(spot.mailbox()).messages.get(spot.uid()))
                    .ifPresent(found::add);
        }
        return found;
    }

    /** Puts it there, instead of what had that UID. */
    void put(MailboxId mailbox, MailboxMessage message) {
        Shelf shelf = shelf(mailbox);
        Spot spot = new Spot(mailbox, message.getUid());
        spots.compute(message.getMessageId(), (id, others) -> with(others, spot));
        if (shelf.messages.put(message.getUid(), message) == null) {
            shelf.count.incrementAndGet();
        }
    }

    /** Takes it out; empty when it is not there. */
    Optional<MailboxMessage> remove(MailboxId mailbox, MessageUid uid) {
        Shelf shelf = shelf(mailbox);
        MailboxMessage removed = shelf.messages.remove(uid);
        if (removed == null) {
            return Optional.empty();
        }
        shelf.count.decrementAndGet();
        spots.computeIfPresent(
                removed.getMessageId(), (id, all) -> without(all, new Spot(mailbox, uid)));
        return Optional.of(removed);
    }

    void clear() {
        shelves.clear();
        spots.clear();
    }

    private Shelf shelf(MailboxId mailbox) {
        return shelves.computeIfAbsent(mailbox, any -> new Shelf());
    }

    /** Never changed once others see it. */
    private static Set<Spot> with(Set<Spot> others, Spot spot) {
        if (others == null) {
            return Set.of(spot);
        }
        Set<Spot> all = new HashSet<>(others);
        all.add(spot);
        return all;
    }

    private static Set<Spot> without(Set<Spot> all, Spot spot) {
        Set<Spot> others = new HashSet<>(all);
        others.remove(spot);
        return others.isEmpty() ? null : others;
    }
}
