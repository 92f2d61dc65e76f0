package org.jamestandem.pop3.maildrop.memory;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.james.core.Username;
import org.jamestandem.pop3.maildrop.Fingerprint;
import org.jamestandem.pop3.maildrop.Fingerprints;
import reactor.core.publisher.Mono;

/** Gone when the process stops. */
@Singleton
public final class MemoryFingerprints implements Fingerprints {
    private final Map<Username, Fingerprint> kept = new ConcurrentHashMap<>();

    @Inject
    public MemoryFingerprints() {}

    @Override
    public Mono<Fingerprint> of(Username owner) {
        return Mono.fromCallable(() -> kept.get(owner));
    }

    @Override
    public Mono<Void> keep(Username owner, Fingerprint fingerprint) {
        return Mono.fromRunnable(() -> kept.put(owner, fingerprint));
    }

    @Override
    public Mono<Void> forget(Username owner) {
        return Mono.fromRunnable(() -> kept.remove(owner));
    }
}
