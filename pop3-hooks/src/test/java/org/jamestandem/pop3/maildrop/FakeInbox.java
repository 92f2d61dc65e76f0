package org.jamestandem.pop3.maildrop;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.apache.james.core.Username;
import org.jamestandem.pop3.policy.Disposition;
import org.jamestandem.pop3.policy.FolderName;
import org.jamestandem.pop3.text.TextForm;
import org.jamestandem.pop3.uidl.MessageKey;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Folders in maps, which fail when they are told to. */
public final class FakeInbox implements Inbox, Inboxes {
    /** Where messages go that are moved to Trash. */
    public static final FolderName TRASH = new FolderName("Trash");

    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");

    private final Username owner;
    private final Map<FolderName, Map<Long, MessageKey>> folders = new HashMap<>();
    private final Map<MessageKey, Instant> arrivals = new HashMap<>();
    private final Set<Long> seen = new TreeSet<>();
    private final Set<String> flagged = new TreeSet<>();
    private Mono<Void> beforeList = Mono.empty();
    private Mono<Void> beforeExpunge = Mono.empty();
    private UnaryOperator<InputStream> reading = UnaryOperator.identity();
    private int listings;
    private int releases;

    public FakeInbox(Username owner) {
        this.owner = owner;
    }

    public FakeInbox put(long uid, String key) {
        return put(FolderName.INBOX, uid, key);
    }

    public FakeInbox put(FolderName folder, long uid, String key) {
        messages(folder).put(uid, new MessageKey(key));
        return this;
    }

    public void arrived(String key, Instant at) {
        arrivals.put(new MessageKey(key), at);
    }

    public void flag(String key) {
        flagged.add(key);
    }

    public void clear() {
        folders.clear();
    }

    public void beforeExpunge(Mono<Void> first) {
        beforeExpunge = first;
    }

    public void beforeTheEndOfAListing(Mono<Void> first) {
        beforeList = first;
    }

    public void reading(UnaryOperator<InputStream> change) {
        reading = change;
    }

    public Set<Long> uids() {
        return messages(FolderName.INBOX).keySet();
    }

    public List<String> keys(FolderName folder) {
        return messages(folder).values().stream().map(MessageKey::value).toList();
    }

    public Set<Long> seen() {
        return seen;
    }

    public int listings() {
        return listings;
    }

    public int releases() {
        return releases;
    }

    @Override
    public Mono<Inbox> open(Username user, Credential credential, TextForm form) {
        return Mono.just(this);
    }

    @Override
    public Username owner() {
        return owner;
    }

    @Override
    public Flux<StoredMessage> list(List<FolderName> names) {
        return Flux.defer(
                () -> {
                    listings++;
                    return Flux.fromIterable(names)
                            .concatMapIterable(this::stored)
                            .concatWith(beforeList.then(Mono.empty()));
                });
    }

    @Override
    public Flux<InspectedMessage> inspect(List<FolderName> names) {
        return list(names)
                .map(
                        message ->
                                new InspectedMessage(
                                        message,
                                        seen.contains(message.place().uid()),
                                        flagged.contains(message.key().value())));
    }

    @Override
    public Mono<Inbox> openForServer(Username user) {
        return Mono.just(this);
    }

    @Override
    public Mono<InputStream> text(MessageKey key, Place place) {
        return Mono.justOrEmpty(messages(place.folder()).get(place.uid()))
                .filter(key::equals)
                .map(
                        any ->
                                reading.apply(
                                        new ByteArrayInputStream(
                                                key.value().getBytes(StandardCharsets.US_ASCII))));
    }

    @Override
    public Mono<InputStream> header(MessageKey key, Place place) {
        return text(key, place);
    }

    @Override
    public Mono<Void> see(Collection<Place> places) {
        return Mono.fromRunnable(() -> places.forEach(place -> seen.add(place.uid())));
    }

    @Override
    public Mono<Void> relocate(Collection<List<Place>> messages, Disposition where, boolean again) {
        return Mono.fromRunnable(
                        () -> messages.forEach(places -> copy(places.get(0), destination(where))))
                .then(expunge(messages.stream().flatMap(List::stream).toList()));
    }

    @Override
    public Mono<Void> expunge(Collection<Place> places) {
        return beforeExpunge.then(
                Mono.fromRunnable(
                        () ->
                                places.forEach(
                                        place -> messages(place.folder()).remove(place.uid()))));
    }

    @Override
    public void release() {
        releases++;
    }

    private Map<Long, MessageKey> messages(FolderName folder) {
        return folders.computeIfAbsent(folder, any -> new TreeMap<>());
    }

    private List<StoredMessage> stored(FolderName folder) {
        return messages(folder).entrySet().stream()
                .map(
                        entry ->
                                new StoredMessage(
                                        entry.getValue(),
                                        new Place(folder, entry.getKey()),
                                        100,
                                        arrivals.getOrDefault(entry.getValue(), NOW)))
                .toList();
    }

    private void copy(Place from, FolderName to) {
        MessageKey key = messages(from.folder()).get(from.uid());
        if (key != null) {
            messages(to).put(messages(to).size() + 1L, key);
        }
    }

    private static FolderName destination(Disposition where) {
        return where.equals(Disposition.TRASH) ? TRASH : new FolderName(where.folder());
    }
}
