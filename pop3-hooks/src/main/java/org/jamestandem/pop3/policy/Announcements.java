package org.jamestandem.pop3.policy;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.scheduler.Schedulers;

/**
 * The EXPIRE and LOGIN-DELAY lines before login. What other nodes store is known here half a minute
 * later at most; until the first answer of the store nothing is promised.
 */
@Singleton
public final class Announcements {
    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final Logger LOGGER = LoggerFactory.getLogger(Announcements.class);

    private final Policies configured;
    private final StoredPolicies stored;
    private final Clock clock;
    private final AtomicReference<Known> known;

    @Inject
    public Announcements(Policies configured, StoredPolicies stored, Clock clock) {
        this.configured = configured;
        this.stored = stored;
        this.clock = clock;
        this.known =
                new AtomicReference<>(
                        new Known(
                                ExpireCapability.NOTHING_PROMISED,
                                LoginDelayCapability.ofAll(configured.all(), Stream.empty()),
                                Instant.MIN));
    }

    /** The EXPIRE line that is true for whoever logs in. Never waits. */
    public String expire() {
        return fresh().expire;
    }

    /** The LOGIN-DELAY line that is; empty when nobody has to wait. Never waits. */
    public Optional<String> loginDelay() {
        return fresh().loginDelay;
    }

    private Known fresh() {
        Known last = known.get();
        Instant now = clock.instant();
        if (now.isAfter(last.until) && known.compareAndSet(last, last.until(now.plus(FRESH)))) {
            refresh(now);
        }
        return known.get();
    }

    private void refresh(Instant now) {
        stored.announced()
                .collectList()
                .subscribeOn(Schedulers.immediate())
                .subscribe(
                        lines -> known.set(known(lines, now.plus(FRESH))),
                        error -> LOGGER.warn("Could not read what is announced", error));
    }

    private Known known(List<String> lines, Instant until) {
        Stream<String> expire = lines.stream().filter(ExpireCapability::isOne);
        return new Known(
                ExpireCapability.least(
                        Stream.concat(configured.all().map(ExpireCapability::of), expire)),
                LoginDelayCapability.ofAll(configured.all(), lines.stream()),
                until);
    }

    private record Known(String expire, Optional<String> loginDelay, Instant until) {
        Known until(Instant later) {
            return new Known(expire, loginDelay, later);
        }
    }
}
