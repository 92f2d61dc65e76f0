package org.jamestandem.kernel.activity;

import com.google.common.base.Ticker;
import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.james.core.Username;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * The ledger as protocols and mailets use it: writes are sampled, reads are cached.
 *
 * <p>A login of the same user, protocol and device is written once an hour; a change in what the
 * client does with its downloads at once. A write that fails or finds too many others under way is
 * left out: the next login makes up for it.
 */
@Singleton
public final class ReaderActivity {
    /** How often the same visit is written. */
    public static final Duration SAMPLE = Duration.ofHours(1);

    /** How old habits may be that another node has changed. */
    public static final Duration STALENESS = Duration.ofMinutes(5);

    private static final Logger LOGGER = LoggerFactory.getLogger(ReaderActivity.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int WRITES_UNDER_WAY = 256;
    private static final int USERS_CACHED = 20_000;
    private static final int VISITS_CACHED = 100_000;

    private final ReaderLedger ledger;
    private final Clock clock;
    private final Semaphore writes = new Semaphore(WRITES_UNDER_WAY);
    private final Cache<Reader, Noted> noted;
    private final Cache<Username, ReadingHabits> habits;

    @Inject
    public ReaderActivity(ReaderLedger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
        this.noted = cache(clock, VISITS_CACHED, SAMPLE);
        this.habits = cache(clock, USERS_CACHED, STALENESS);
    }

    /**
     * Notes that the user has just come. Returns at once, whatever becomes of it.
     *
     * @param device the device's name; empty for the default one
     */
    public void record(
            Username user, AccessProtocol protocol, String device, AfterDownload afterDownload) {
        Visit visit = new Visit(user, protocol, device, clock.instant(), afterDownload);
        Reader reader = new Reader(user, protocol, device);
        Noted before = noted.getIfPresent(reader);
        if (before != null && before.says(visit)) {
            return;
        }
        if (!writes.tryAcquire()) {
            LOGGER.debug("too many writes under way, left out {}", visit);
            return;
        }
        noted.put(reader, Noted.after(before, visit));
        write(visit, reader);
    }

    /** How that user reads; {@link ReadingHabits#NONE} when he never came. */
    public Mono<ReadingHabits> habitsOf(Username user) {
        return Mono.defer(
                () -> {
                    ReadingHabits known = habits.getIfPresent(user);
                    return known == null ? read(user) : Mono.just(known);
                });
    }

    private Mono<ReadingHabits> read(Username user) {
        return ledger.lastVisits(user)
                .collectList()
                .map(ReadingHabits::new)
                .doOnNext(found -> habits.put(user, found));
    }

    private void write(Visit visit, Reader reader) {
        Mono.defer(() -> ledger.record(visit))
                .timeout(PATIENCE)
                .doFinally(end -> writes.release())
                .subscribe(
                        nothing -> {},
                        error -> {
                            noted.invalidate(reader);
                            LOGGER.warn("visit of {} is not recorded", visit.user(), error);
                        },
                        () -> habits.invalidate(visit.user()));
    }

    private static <K, V> Cache<K, V> cache(Clock clock, int entries, Duration lifetime) {
        return CacheBuilder.newBuilder()
                .maximumSize(entries)
                .expireAfterWrite(lifetime)
                .ticker(
                        new Ticker() {
                            @Override
                            public long read() {
                                return TimeUnit.MILLISECONDS.toNanos(clock.millis());
                            }
                        })
                .build();
    }

    /** Whose visits are sampled together. */
    private record Reader(Username user, AccessProtocol protocol, String device) {}

    /** What was written last for a reader. */
    private record Noted(Instant at, AfterDownload afterDownload) {
        static Noted after(Noted before, Visit visit) {
            boolean keeps = before != null && visit.afterDownload() == AfterDownload.UNKNOWN;
            return new Noted(visit.at(), keeps ? before.afterDownload : visit.afterDownload());
        }

        boolean says(Visit visit) {
            boolean news =
                    visit.afterDownload() != AfterDownload.UNKNOWN
                            && visit.afterDownload() != afterDownload;
            return !news && visit.at().isBefore(at.plus(SAMPLE));
        }
    }
}
