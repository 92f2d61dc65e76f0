package org.jamestandem.pop3.maildrop.memory;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jamestandem.pop3.maildrop.HiddenMessages;
import org.jamestandem.pop3.reader.Reader;
import org.jamestandem.pop3.uidl.MessageKey;
import reactor.core.publisher.Mono;

final class MemoryHiddenMessages implements HiddenMessages {
    private final Map<Reader, Set<MessageKey>> hidden = new ConcurrentHashMap<>();

    @Override
    public Mono<Set<MessageKey>> hiddenFrom(Reader reader) {
        return Mono.fromCallable(() -> Set.copyOf(hidden.getOrDefault(reader, Set.of())));
    }

    @Override
    public Mono<Void> hide(Reader reader, Collection<MessageKey> messages) {
        return Mono.fromRunnable(
                () ->
                        hidden.computeIfAbsent(reader, any -> ConcurrentHashMap.newKeySet())
                                .addAll(messages));
    }
}
