package org.jamestandem.pop3.maildrop;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jamestandem.pop3.uidl.MessageKey;
import org.jamestandem.pop3.uidl.UniqueId;

/**
 * All messages of a maildrop's folder at one moment, by UID. Copies of one message are one message
 * here: the one with the lowest UID.
 */
public final class Listing {
    private final Map<MessageKey, List<StoredMessage>> byKey;

    private Listing(Map<MessageKey, List<StoredMessage>> byKey) {
        this.byKey = byKey;
    }

    /** A listing of these messages, in whatever order they come. */
    public static Listing of(Collection<StoredMessage> messages) {
        List<StoredMessage> byUid = new ArrayList<>(messages);
        byUid.sort(Comparator.comparingLong(StoredMessage::uid));
        Map<MessageKey, List<StoredMessage>> byKey = new LinkedHashMap<>();
        byUid.forEach(message -> byKey.merge(message.key(), List.of(message), Listing::joined));
        return new Listing(byKey);
    }

    /** What stock James calls each of these messages. */
    public Map<MessageKey, UniqueId> bareUids() {
        return byKey.values().stream()
                .map(copies -> copies.get(0))
                .collect(
                        Collectors.toUnmodifiableMap(
                                StoredMessage::key, message -> UniqueId.ofUid(message.uid())));
    }

    /** The UIDs of these messages and of their copies, ascending; of those that are still there. */
    public List<Long> uids(Collection<MessageKey> keys) {
        return keys.stream()
                .flatMap(key -> byKey.getOrDefault(key, List.of()).stream())
                .map(StoredMessage::uid)
                .sorted()
                .toList();
    }

    /**
     * What a session is offered, by UID.
     *
     * @param withheld messages that it is not offered
     * @param aliases what clients call some of the messages; the others go by their key
     */
    public List<MaildropEntry> offered(
            Set<MessageKey> withheld, Map<MessageKey, UniqueId> aliases) {
        return byKey.entrySet().stream()
                .filter(message -> !withheld.contains(message.getKey()))
                .map(message -> entry(message.getKey(), message.getValue(), aliases))
                .toList();
    }

    private static MaildropEntry entry(
            MessageKey key, List<StoredMessage> copies, Map<MessageKey, UniqueId> aliases) {
        UniqueId alias = aliases.get(key);
        return new MaildropEntry(
                key,
                alias == null ? UniqueId.of(key) : alias,
                copies.get(0).octets(),
                copies.stream().map(StoredMessage::uid).toList());
    }

    private static List<StoredMessage> joined(List<StoredMessage> some, List<StoredMessage> more) {
        List<StoredMessage> all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }
}
