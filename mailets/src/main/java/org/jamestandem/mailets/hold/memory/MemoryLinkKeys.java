package org.jamestandem.mailets.hold.memory;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jamestandem.mailets.hold.LinkKey;
import org.jamestandem.mailets.hold.LinkKeys;
import reactor.core.publisher.Mono;

/** Gone at a restart, as the mail is. */
@Singleton
public final class MemoryLinkKeys implements LinkKeys {
    private final Map<Long, LinkKey> keys = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();

    @Inject
    public MemoryLinkKeys() {}

    @Override
    public Mono<LinkKey> drawn(long period) {
        return Mono.fromCallable(() -> keys.computeIfAbsent(period, any -> LinkKey.random(random)));
    }

    @Override
    public Mono<LinkKey> find(long period) {
        return Mono.fromCallable(() -> keys.get(period));
    }
}
