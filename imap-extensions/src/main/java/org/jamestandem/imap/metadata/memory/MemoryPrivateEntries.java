package org.jamestandem.imap.metadata.memory;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jamestandem.imap.metadata.PrivateEntries;
import org.jamestandem.imap.metadata.PrivateEntry;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Private annotations in this process, for servers whose mailboxes are in memory too. */
@Singleton
public final class MemoryPrivateEntries implements PrivateEntries {
    private final Map<String, Map<String, Map<String, String>>> users = new HashMap<>();

    @Inject
    public MemoryPrivateEntries() {}

    @Override
    public Flux<PrivateEntry> of(String user, String mailboxId) {
        return Flux.defer(() -> Flux.fromIterable(found(user, mailboxId)));
    }

    private synchronized List<PrivateEntry> found(String user, String mailboxId) {
        return users
                .getOrDefault(user, Map.of())
                .getOrDefault(mailboxId, Map.of())
                .entrySet()
                .stream()
                .map(entry -> new PrivateEntry(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public Mono<Void> set(String user, String mailboxId, PrivateEntry entry) {
        return Mono.fromRunnable(() -> keep(user, mailboxId, entry));
    }

    private synchronized void keep(String user, String mailboxId, PrivateEntry entry) {
        users.computeIfAbsent(user, any -> new TreeMap<>())
                .computeIfAbsent(mailboxId, any -> new TreeMap<>())
                .put(entry.name(), entry.value());
    }

    @Override
    public Mono<Void> remove(String user, String mailboxId, String name) {
        return Mono.fromRunnable(() -> drop(user, mailboxId, name));
    }

    private synchronized void drop(String user, String mailboxId, String name) {
        users.getOrDefault(user, new TreeMap<>())
                .computeIfPresent(
                        mailboxId,
                        (any, entries) -> {
                            entries.remove(name);
                            return entries.isEmpty() ? null : entries;
                        });
    }

    @Override
    public Flux<String> mailboxes(String user) {
        return Flux.defer(() -> Flux.fromIterable(annotated(user)));
    }

    private synchronized List<String> annotated(String user) {
        return List.copyOf(users.getOrDefault(user, Map.of()).keySet());
    }

    @Override
    public Mono<Void> forget(String user, String mailboxId) {
        return Mono.fromRunnable(() -> drop(user, mailboxId));
    }

    private synchronized void drop(String user, String mailboxId) {
        users.getOrDefault(user, new TreeMap<>()).remove(mailboxId);
    }

    @Override
    public Mono<Void> forget(String user) {
        return Mono.fromRunnable(() -> drop(user));
    }

    private synchronized void drop(String user) {
        users.remove(user);
    }
}
