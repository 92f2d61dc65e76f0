package org.jamestandem.pop3.maildrop;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jamestandem.pop3.policy.FolderName;
import org.jamestandem.pop3.uidl.MessageKey;
import org.jamestandem.pop3.uidl.UniqueId;

/**
 * All messages of a maildrop's folders at one moment, by folder and UID. Copies of one message are
 * one message here: the one in the first folder with the lowest UID.
 */
public final class Listing {
    private final Map<MessageKey, List<StoredMessage>> byKey;

    private Listing(Map<MessageKey, List<StoredMessage>> byKey) {
        this.byKey = byKey;
    }

    /**
     * A listing of these messages, in whatever order they come.
     *
     * @param folders the order of their folders
     */
    public static Listing of(List<FolderName> folders, Collection<StoredMessage> messages) {
        List<StoredMessage> ordered = new ArrayList<>(messages);
        ordered.sort(
                Comparator.<StoredMessage>comparingInt(
                                message -> folders.indexOf(message.place().folder()))
                        .thenComparingLong(message -> message.place().uid()));
        Map<MessageKey, List<StoredMessage>> byKey = new LinkedHashMap<>();
        ordered.forEach(message -> byKey.merge(message.key(), List.of(message), Listing::joined));
        return new Listing(byKey);
    }

    /** Each message once, as it is in its first folder. */
    Stream<StoredMessage> messages() {
        return byKey.values().stream().map(copies -> copies.get(0));
    }

    /** What clients call a message. */
    static UniqueId uniqueId(MessageKey key, Map<MessageKey, UniqueId> aliases) {
        UniqueId alias = aliases.get(key);
        return alias == null ? UniqueId.of(key) : alias;
    }

    /** What stock James calls each of these messages: those in INBOX, by UID. */
    public Map<MessageKey, UniqueId> bareUids() {
        return byKey.values().stream()
                .map(copies -> copies.get(0))
                .filter(message -> message.place().folder().equals(FolderName.INBOX))
                .collect(
                        Collectors.toUnmodifiableMap(
                                StoredMessage::key,
                                message -> UniqueId.ofUid(message.place().uid())));
    }

    /** The places of each of these messages that is still there, copies included. */
    public Map<MessageKey, List<Place>> places(Collection<MessageKey> keys) {
        return keys.stream()
                .filter(byKey::containsKey)
                .distinct()
                .collect(Collectors.toUnmodifiableMap(key -> key, key -> places(byKey.get(key))));
    }

    /**
     * What a session is offered, by folder and UID.
     *
     * @param included whether a message, as it is in its first folder, is offered
     * @param aliases what clients call some of the messages; the others go by their key
     */
    public List<MaildropEntry> offered(
            Predicate<StoredMessage> included, Map<MessageKey, UniqueId> aliases) {
        return byKey.values().stream()
                .filter(copies -> included.test(copies.get(0)))
                .map(copies -> entry(copies, aliases))
                .toList();
    }

    private static MaildropEntry entry(
            List<StoredMessage> copies, Map<MessageKey, UniqueId> aliases) {
        StoredMessage first = copies.get(0);
        return new MaildropEntry(
                first.key(), uniqueId(first.key(), aliases), first.octets(), places(copies));
    }

    private static List<Place> places(List<StoredMessage> copies) {
        return copies.size() == 1
                ? List.of(copies.get(0).place())
                : copies.stream().map(StoredMessage::place).toList();
    }

    private static List<StoredMessage> joined(List<StoredMessage> some, List<StoredMessage> more) {
        List<StoredMessage> all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }
}
