package org.jamestandem.kernel.audit.memory;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.james.core.Username;
import org.jamestandem.kernel.audit.AuditEntry;
import org.jamestandem.kernel.audit.AuditSettings;
import org.jamestandem.kernel.audit.AuditTrail;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps the latest {@value #ENTRIES} entries of each of the {@value #USERS} users to whose mail
 * something happened last.
 */
@Singleton
public final class MemoryAuditTrail implements AuditTrail {
    static final int USERS = 10_000;
    static final int ENTRIES = 1_000;

    private static final Comparator<Place> LATEST_FIRST =
            Comparator.comparing(Place::at).reversed().thenComparing(Place::id);

    private final Cache<Username, ConcurrentNavigableMap<Place, AuditEntry>> users =
            CacheBuilder.newBuilder().maximumSize(USERS).build();
    private final Duration retention;
    private final Clock clock;

    @Inject
    public MemoryAuditTrail(AuditSettings settings, Clock clock) {
        this.retention = settings.retention();
        this.clock = clock;
    }

    @Override
    public Mono<Void> append(AuditEntry entry) {
        return Mono.fromRunnable(
                () -> users.asMap().compute(entry.owner(), (owner, kept) -> with(entry, kept)));
    }

    @Override
    public Flux<AuditEntry> entries(Username owner, Instant from, Instant to) {
        return Flux.defer(() -> Flux.fromIterable(kept(owner)))
                .filter(entry -> entry.at().isAfter(oldest()))
                .filter(entry -> !entry.at().isBefore(from) && entry.at().isBefore(to));
    }

    @Override
    public Mono<Void> forget(Username owner) {
        return Mono.fromRunnable(() -> users.invalidate(owner));
    }

    private List<AuditEntry> kept(Username owner) {
        ConcurrentNavigableMap<Place, AuditEntry> found = users.getIfPresent(owner);
        return found == null ? List.of() : new ArrayList<>(found.values());
    }

    private ConcurrentNavigableMap<Place, AuditEntry> with(
            AuditEntry entry, ConcurrentNavigableMap<Place, AuditEntry> before) {
        ConcurrentNavigableMap<Place, AuditEntry> kept =
                before == null ? new ConcurrentSkipListMap<>(LATEST_FIRST) : before;
        kept.put(new Place(entry.at(), entry.id()), entry);
        while (kept.size() > ENTRIES || !kept.isEmpty() && tooOld(kept.lastKey())) {
            kept.pollLastEntry();
        }
        return kept;
    }

    private boolean tooOld(Place place) {
        return !place.at().isAfter(oldest());
    }

    private Instant oldest() {
        return clock.instant().minus(retention);
    }

    private record Place(Instant at, UUID id) {}
}
