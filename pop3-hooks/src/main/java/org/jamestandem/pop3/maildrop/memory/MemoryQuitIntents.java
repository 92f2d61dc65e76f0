package org.jamestandem.pop3.maildrop.memory;

import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.james.core.Username;
import org.jamestandem.pop3.maildrop.QuitIntent;
import org.jamestandem.pop3.maildrop.QuitIntents;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

final class MemoryQuitIntents implements QuitIntents {
    private record Key(Username user, UUID id) {
        static Key of(QuitIntent intent) {
            return new Key(intent.reader().user(), intent.id());
        }
    }

    private final Map<Key, QuitIntent> recorded = new ConcurrentHashMap<>();

    @Override
    public Mono<Void> record(QuitIntent intent) {
        return Mono.fromRunnable(() -> recorded.put(Key.of(intent), intent));
    }

    @Override
    public Flux<QuitIntent> of(Username user) {
        return Flux.defer(
                () ->
                        Flux.fromStream(
                                recorded.values().stream()
                                        .filter(intent -> intent.reader().user().equals(user))
                                        .sorted(Comparator.comparing(QuitIntent::at))));
    }

    @Override
    public Mono<Void> remove(QuitIntent intent) {
        return Mono.fromRunnable(() -> recorded.remove(Key.of(intent)));
    }
}
