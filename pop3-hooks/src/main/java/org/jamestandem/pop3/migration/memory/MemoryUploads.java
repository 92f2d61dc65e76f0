package org.jamestandem.pop3.migration.memory;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import org.jamestandem.pop3.migration.Uploads;
import reactor.core.publisher.Mono;

/** Keeps the last ones, of {@value #CHARACTERS} characters together at most. */
@Singleton
public final class MemoryUploads implements Uploads {
    private static final long CHARACTERS = 100_000_000;
    private static final Duration WEEK = Duration.ofDays(7);

    private final Cache<UUID, String> kept =
            CacheBuilder.newBuilder()
                    .maximumWeight(CHARACTERS)
                    .weigher((UUID id, String text) -> text.length())
                    .expireAfterWrite(WEEK)
                    .build();

    @Inject
    public MemoryUploads() {}

    @Override
    public Mono<Void> keep(UUID id, String text) {
        return Mono.fromRunnable(() -> kept.put(id, text));
    }

    @Override
    public Mono<String> of(UUID id) {
        return Mono.fromCallable(() -> kept.getIfPresent(id));
    }
}
