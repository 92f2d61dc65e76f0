package org.jamestandem.pop3.maildrop.memory;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.james.core.Username;
import org.jamestandem.pop3.uidl.MessageKey;
import org.jamestandem.pop3.uidl.UniqueId;
import org.jamestandem.pop3.uidl.UniqueIdAliases;
import reactor.core.publisher.Mono;

final class MemoryUniqueIdAliases implements UniqueIdAliases {
    private final Map<Username, Map<MessageKey, UniqueId>> kept = new ConcurrentHashMap<>();

    @Override
    public Mono<Map<MessageKey, UniqueId>> of(Username owner) {
        return Mono.fromCallable(() -> kept.get(owner));
    }

    @Override
    public Mono<Void> replace(Username owner, Map<MessageKey, UniqueId> aliases) {
        return Mono.fromRunnable(() -> kept.put(owner, Map.copyOf(aliases)));
    }

    @Override
    public Mono<Void> forget(Username owner) {
        return Mono.fromRunnable(() -> kept.remove(owner));
    }

    @Override
    public Mono<Map<MessageKey, UniqueId>> keepFirst(
            Username owner, Map<MessageKey, UniqueId> aliases) {
        return Mono.fromCallable(() -> kept.computeIfAbsent(owner, any -> Map.copyOf(aliases)));
    }
}
