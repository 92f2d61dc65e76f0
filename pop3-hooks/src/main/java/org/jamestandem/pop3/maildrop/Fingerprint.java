package org.jamestandem.pop3.maildrop;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.Collectors;
import org.jamestandem.pop3.policy.FolderName;
import org.jamestandem.pop3.uidl.MessageKey;
import org.jamestandem.pop3.uidl.UniqueId;

/**
 * What some messages of an INBOX were called. Which ones does not change while they are there, so
 * that the same messages are compared however many come and go.
 *
 * @param at when it was taken (millisecond precision)
 * @param messages how many messages INBOX had
 * @param sample at most {@value #SIZE} of them
 */
public record Fingerprint(Instant at, int messages, Map<MessageKey, UniqueId> sample) {
    private static final int SIZE = 16;

    /** Fewer than these may all be gone for good reasons. */
    private static final int TELLING = 8;

    private static final double NEARLY_ALL = 0.9;

    public Fingerprint {
        sample = Map.copyOf(sample);
    }

    /** The fingerprint of what is listed. */
    static Fingerprint of(Listing listing, Map<MessageKey, UniqueId> aliases, Instant at) {
        List<StoredMessage> inbox = inbox(listing);
        PriorityQueue<StoredMessage> lowest =
                new PriorityQueue<>(Comparator.comparingInt(Fingerprint::rank).reversed());
        for (StoredMessage message : inbox) {
            lowest.add(message);
            if (lowest.size() > SIZE) {
                lowest.poll();
            }
        }
        Map<MessageKey, UniqueId> sample = new HashMap<>();
        lowest.forEach(
                message -> sample.put(message.key(), Listing.uniqueId(message.key(), aliases)));
        return new Fingerprint(at, inbox.size(), sample);
    }

    /** The sampled messages that are still listed and are called something else now. */
    Map<MessageKey, UniqueId> renamed(Listing listing, Map<MessageKey, UniqueId> aliases) {
        return listing.places(sample.keySet()).keySet().stream()
                .filter(key -> !Listing.uniqueId(key, aliases).equals(sample.get(key)))
                .collect(Collectors.toMap(key -> key, sample::get));
    }

    /**
     * Whether nearly as many messages as before are listed, nearly all of them as old, and yet none
     * of the sampled: as when mail was stored anew and got other message ids.
     */
    boolean isReplacedIn(Listing listing) {
        if (sample.size() < TELLING || !listing.places(sample.keySet()).isEmpty()) {
            return false;
        }
        List<StoredMessage> inbox = inbox(listing);
        long old = inbox.stream().filter(message -> message.arrivedAt().isBefore(at)).count();
        return inbox.size() >= messages * NEARLY_ALL && old >= inbox.size() * NEARLY_ALL;
    }

    /** Whether what is listed is worth another fingerprint. */
    boolean saysTheSameAs(Fingerprint other) {
        return sample.equals(other.sample)
                && Math.abs(messages - other.messages) <= messages * (1 - NEARLY_ALL);
    }

    private static List<StoredMessage> inbox(Listing listing) {
        return listing.messages()
                .filter(message -> message.place().folder().equals(FolderName.INBOX))
                .toList();
    }

    /** Spreads keys that differ little. */
    private static int rank(StoredMessage message) {
        int hash = message.key().value().hashCode() * 0x9E3779B9;
        return hash ^ hash >>> 15;
    }
}
