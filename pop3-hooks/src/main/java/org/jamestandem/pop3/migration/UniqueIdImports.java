package org.jamestandem.pop3.migration;

import com.google.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.james.core.Username;
import org.jamestandem.pop3.maildrop.Fingerprints;
import org.jamestandem.pop3.maildrop.Inbox;
import org.jamestandem.pop3.maildrop.Inboxes;
import org.jamestandem.pop3.maildrop.MaildropState;
import org.jamestandem.pop3.maildrop.StoredMessage;
import org.jamestandem.pop3.uidl.MessageKey;
import org.jamestandem.pop3.uidl.UniqueId;
import org.jamestandem.pop3.uidl.UniqueIdAliases;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Gives the messages of INBOX the unique-ids that clients know from another server. */
public final class UniqueIdImports {
    private static final int HEADERS_AT_ONCE = 8;

    private final Inboxes inboxes;
    private final UniqueIdAliases aliases;
    private final Fingerprints fingerprints;

    @Inject
    public UniqueIdImports(Inboxes inboxes, MaildropState state, Fingerprints fingerprints) {
        this.inboxes = inboxes;
        this.fingerprints = fingerprints;
        this.aliases = state.aliases();
    }

    /** Whether clients may know unique-ids of that maildrop from this server. */
    public Mono<Boolean> isOpened(Username user) {
        return aliases.of(user).hasElement();
    }

    /** What an import would do; empty when there is no such user. */
    public Mono<Imported> preview(Username user, ImportBody body) {
        return look(user, body, () -> {}).map(Looked::imported);
    }

    /**
     * Imports, all of it or nothing; empty when there is no such user. Unique-ids of messages in
     * other folders stay. What clients know from this server is left as it is when they have opened
     * the maildrop before, unless {@code replace}: then look at {@link Imported#opened} for whether
     * anything was done.
     *
     * @param onHeader is called for each header that was read
     */
    public Mono<Imported> run(Username user, ImportBody body, boolean replace, Runnable onHeader) {
        return look(user, body, onHeader)
                .delayUntil(
                        looked ->
                                looked.imported.opened() && !replace
                                        ? Mono.empty()
                                        : aliases.replace(user, looked.all())
                                                .then(fingerprints.forget(user)))
                .map(Looked::imported);
    }

    private Mono<Looked> look(Username user, ImportBody body, Runnable onHeader) {
        return Mono.usingWhen(
                inboxes.openForServer(user),
                inbox -> look(inbox, body, onHeader),
                inbox -> Mono.fromRunnable(inbox::release));
    }

    private Mono<Looked> look(Inbox inbox, ImportBody body, Runnable onHeader) {
        return inbox.list(List.of(body.folder()))
                .collectList()
                .flatMap(
                        messages ->
                                Mono.zip(
                                        matched(inbox, body.source(), messages, onHeader),
                                        aliases.of(inbox.owner())
                                                .map(Optional::of)
                                                .defaultIfEmpty(Optional.empty()),
                                        (matched, before) ->
                                                looked(body.source(), messages, matched, before)));
    }

    private static Looked looked(
            Source source,
            List<StoredMessage> messages,
            Matched matched,
            Optional<Map<MessageKey, UniqueId>> before) {
        Map<MessageKey, UniqueId> elsewhere = new HashMap<>(before.orElse(Map.of()));
        messages.forEach(message -> elsewhere.remove(message.key()));
        Set<UniqueId> taken = new TreeSet<>(Comparator.comparing(UniqueId::value));
        taken.addAll(elsewhere.values());
        taken.retainAll(matched.aliases().values());
        Matched given = matched.without(taken);
        return new Looked(imported(source, messages, given, before), elsewhere);
    }

    /**
     * @param elsewhere unique-ids of messages that are not in the folder
     */
    private record Looked(Imported imported, Map<MessageKey, UniqueId> elsewhere) {
        Map<MessageKey, UniqueId> all() {
            Map<MessageKey, UniqueId> all = new HashMap<>(elsewhere);
            all.putAll(imported.matched().aliases());
            return all;
        }
    }

    private static Mono<Matched> matched(
            Inbox inbox, Source source, List<StoredMessage> messages, Runnable onHeader) {
        if (source instanceof Source.Uids uids) {
            Map<MessageKey, UniqueId> ids = new HashMap<>();
            messages.forEach(
                    message ->
                            ids.putIfAbsent(
                                    message.key(),
                                    new UniqueId(
                                            uids.format()
                                                    .of(
                                                            message.place().uid(),
                                                            uids.uidValidity()))));
            return Mono.just(new Matched(ids, List.of(), List.of(), List.of()));
        }
        if (source instanceof Source.MessageIds) {
            return headers(inbox, messages, onHeader).map(facts -> byMessageId(messages, facts));
        }
        Source.List list = (Source.List) source;
        boolean hashes =
                list.old().messages().stream().anyMatch(old -> old.headerHash().isPresent());
        return (hashes
                        ? headers(inbox, messages, onHeader)
                        : Mono.just(Map.<StoredMessage, HeaderFacts>of()))
                .map(facts -> Matching.of(list.old(), copied(messages, facts), list.uids()));
    }

    private static Matched byMessageId(
            List<StoredMessage> messages, Map<StoredMessage, HeaderFacts> facts) {
        Map<String, List<MessageKey>> byId = new HashMap<>();
        for (StoredMessage message : messages) {
            facts.get(message)
                    .messageId()
                    .ifPresent(
                            id ->
                                    byId.computeIfAbsent(id, any -> new ArrayList<>())
                                            .add(message.key()));
        }
        Map<MessageKey, UniqueId> ids = new HashMap<>();
        List<String> ambiguous = new ArrayList<>();
        byId.forEach(
                (id, keys) -> {
                    if (new HashSet<>(keys).size() == 1) {
                        ids.put(keys.get(0), new UniqueId(id));
                    } else {
                        ambiguous.add(id);
                    }
                });
        return new Matched(ids, ambiguous, List.of(), List.of());
    }

    private static List<CopiedMessage> copied(
            List<StoredMessage> messages, Map<StoredMessage, HeaderFacts> facts) {
        return messages.stream()
                .map(
                        message ->
                                new CopiedMessage(
                                        message.key(),
                                        message.place().uid(),
                                        message.octets(),
                                        facts.containsKey(message)
                                                ? facts.get(message).hash()
                                                : ""))
                .toList();
    }

    private static Mono<Map<StoredMessage, HeaderFacts>> headers(
            Inbox inbox, List<StoredMessage> messages, Runnable onHeader) {
        return Flux.fromIterable(messages)
                .flatMap(
                        message ->
                                inbox.header(message.key(), message.place())
                                        .map(
                                                header -> {
                                                    try {
                                                        return Map.entry(
                                                                message, HeaderFacts.of(header));
                                                    } catch (IOException e) {
                                                        throw new UncheckedIOException(e);
                                                    }
                                                }),
                        HEADERS_AT_ONCE)
                .doOnNext(read -> onHeader.run())
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static Imported imported(
            Source source,
            List<StoredMessage> messages,
            Matched matched,
            Optional<Map<MessageKey, UniqueId>> before) {
        Set<MessageKey> keys =
                messages.stream().map(StoredMessage::key).collect(Collectors.toSet());
        Set<UniqueId> known = new HashSet<>();
        if (source instanceof Source.List list) {
            list.old().messages().forEach(old -> known.add(old.id()));
        } else {
            known.addAll(matched.aliases().values());
        }
        before.ifPresent(ids -> keys.forEach(key -> known.add(id(key, ids))));
        long again =
                keys.stream().filter(key -> !known.contains(id(key, matched.aliases()))).count();
        return new Imported(matched, keys.size(), (int) again, before.isPresent());
    }

    private static UniqueId id(MessageKey key, Map<MessageKey, UniqueId> aliases) {
        UniqueId alias = aliases.get(key);
        return alias == null ? UniqueId.of(key) : alias;
    }
}
