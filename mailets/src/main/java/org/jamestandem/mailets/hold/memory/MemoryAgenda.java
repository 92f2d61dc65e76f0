package org.jamestandem.mailets.hold.memory;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.james.core.Username;
import org.jamestandem.mailets.hold.Agenda;
import org.jamestandem.mailets.hold.AgendaEntry;
import org.jamestandem.mailets.hold.AgendaPart;
import org.jamestandem.mailets.hold.Errand;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A sorted map for each part. */
@Singleton
public final class MemoryAgenda implements Agenda {
    private static final Comparator<AgendaPart> EARLIEST_FIRST =
            Comparator.comparing(AgendaPart::due)
                    .thenComparing(AgendaPart::errand)
                    .thenComparing(AgendaPart::shard);
    private static final Comparator<Key> BY_OWNER =
            Comparator.comparing((Key key) -> key.owner().asString()).thenComparing(Key::id);

    private final ConcurrentNavigableMap<AgendaPart, NavigableMap<Key, AgendaEntry>> parts =
            new ConcurrentSkipListMap<>(EARLIEST_FIRST);

    @Inject
    public MemoryAgenda() {}

    @Override
    public Mono<Void> enrol(AgendaPart part, Username owner, UUID id) {
        return Mono.fromRunnable(
                () ->
                        parts.computeIfAbsent(part, any -> new ConcurrentSkipListMap<>(BY_OWNER))
                                .putIfAbsent(
                                        new Key(owner, id),
                                        new AgendaEntry(owner, id, Optional.empty())));
    }

    @Override
    public Flux<AgendaPart> due(Errand errand, Instant now) {
        return Flux.defer(() -> Flux.fromIterable(List.copyOf(parts.keySet())))
                .filter(part -> part.errand() == errand && !part.due().isAfter(now));
    }

    @Override
    public Flux<AgendaEntry> entries(AgendaPart part) {
        return Flux.defer(() -> Flux.fromIterable(List.copyOf(entriesOf(part).values())));
    }

    @Override
    public Flux<AgendaEntry> entries(AgendaPart part, Username owner) {
        return entries(part).filter(entry -> entry.owner().equals(owner));
    }

    @Override
    public Mono<Void> attempt(AgendaPart part, Username owner, Collection<UUID> ids, UUID attempt) {
        return Mono.fromRunnable(
                () ->
                        ids.forEach(
                                id ->
                                        entriesOf(part)
                                                .computeIfPresent(
                                                        new Key(owner, id),
                                                        (key, entry) ->
                                                                new AgendaEntry(
                                                                        owner,
                                                                        id,
                                                                        Optional.of(attempt)))));
    }

    @Override
    public Mono<Void> strike(AgendaPart part, Username owner, Collection<UUID> ids) {
        return Mono.fromRunnable(
                () -> ids.forEach(id -> entriesOf(part).remove(new Key(owner, id))));
    }

    @Override
    public Mono<Void> close(AgendaPart part) {
        return Mono.fromRunnable(() -> parts.remove(part));
    }

    private NavigableMap<Key, AgendaEntry> entriesOf(AgendaPart part) {
        return parts.getOrDefault(part, new ConcurrentSkipListMap<>(BY_OWNER));
    }

    private record Key(Username owner, UUID id) {}
}
