package org.jamestandem.kernel.activity.memory;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.apache.james.core.Username;
import org.jamestandem.kernel.activity.AccessProtocol;
import org.jamestandem.kernel.activity.AfterDownload;
import org.jamestandem.kernel.activity.ReaderLedger;
import org.jamestandem.kernel.activity.Visit;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps the {@value #USERS} users who came last, and of each the {@value #VISITS} last visits by
 * protocol and device.
 */
@Singleton
public final class MemoryReaderLedger implements ReaderLedger {
    static final int USERS = 100_000;
    static final int VISITS = 64;

    private static final Duration MEMORY = Duration.ofDays(400);

    private final Cache<Username, Map<Place, Last>> users =
            CacheBuilder.newBuilder().maximumSize(USERS).expireAfterWrite(MEMORY).build();

    @Inject
    public MemoryReaderLedger() {}

    @Override
    public Mono<Void> record(Visit visit) {
        return Mono.fromRunnable(
                () ->
                        users.asMap()
                                .merge(
                                        visit.user(),
                                        Map.of(Place.of(visit), Last.of(visit)),
                                        MemoryReaderLedger::both));
    }

    @Override
    public Flux<Visit> lastVisits(Username user) {
        return Flux.defer(
                () -> {
                    Map<Place, Last> found = users.getIfPresent(user);
                    return found == null
                            ? Flux.empty()
                            : Flux.fromStream(
                                    found.entrySet().stream()
                                            .map(one -> one.getKey().visit(user, one.getValue())));
                });
    }

    @Override
    public Mono<Void> forget(Username user) {
        return Mono.fromRunnable(() -> users.invalidate(user));
    }

    private static Map<Place, Last> both(Map<Place, Last> known, Map<Place, Last> added) {
        Map<Place, Last> all = new HashMap<>(known);
        added.forEach((place, last) -> all.merge(place, last, Last::and));
        if (all.size() > VISITS) {
            all.entrySet().stream()
                    .min(Map.Entry.comparingByValue(Comparator.comparing(Last::at)))
                    .map(Map.Entry::getKey)
                    .ifPresent(all::remove);
        }
        return Map.copyOf(all);
    }

    private record Place(AccessProtocol protocol, String device) {
        static Place of(Visit visit) {
            return new Place(visit.protocol(), visit.device());
        }

        Visit visit(Username user, Last last) {
            return new Visit(user, protocol, device, last.at, last.afterDownload);
        }
    }

    /** The two columns of a visit, each with its own time, as a database would keep them. */
    private record Last(Instant at, AfterDownload afterDownload, Instant downloadAt) {
        static Last of(Visit visit) {
            boolean known = visit.afterDownload() != AfterDownload.UNKNOWN;
            return new Last(visit.at(), visit.afterDownload(), known ? visit.at() : Instant.MIN);
        }

        Last and(Last other) {
            Last download = other.downloadAt.isBefore(downloadAt) ? this : other;
            return new Last(
                    other.at.isBefore(at) ? at : other.at,
                    download.afterDownload,
                    download.downloadAt);
        }
    }
}
