package org.jamestandem.pop3.maildrop.memory;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jamestandem.pop3.maildrop.MessageMarks;
import org.jamestandem.pop3.reader.Reader;
import org.jamestandem.pop3.uidl.MessageKey;
import reactor.core.publisher.Mono;

final class MemoryMessageMarks implements MessageMarks {
    private final Map<Reader, Map<MessageKey, Instant>> marked = new ConcurrentHashMap<>();

    @Override
    public Mono<Map<MessageKey, Instant>> of(Reader reader) {
        return Mono.fromCallable(() -> Map.copyOf(marked.getOrDefault(reader, Map.of())));
    }

    @Override
    public Mono<Void> mark(Reader reader, Collection<MessageKey> messages, Instant at) {
        return Mono.fromRunnable(
                () -> {
                    Map<MessageKey, Instant> marks =
                            marked.computeIfAbsent(reader, any -> new ConcurrentHashMap<>());
                    messages.forEach(key -> marks.merge(key, at, MemoryMessageMarks::earlier));
                });
    }

    @Override
    public Mono<Void> forget(Reader reader) {
        return Mono.fromRunnable(() -> marked.remove(reader));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
