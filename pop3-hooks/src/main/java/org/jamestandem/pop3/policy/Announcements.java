package org.jamestandem.pop3.policy;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.scheduler.Schedulers;

/**
 * The EXPIRE line before login. What other nodes store is known here half a minute later at most;
 * until the first answer of the store nothing is promised.
 */
@Singleton
public final class Announcements {
    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final Logger LOGGER = LoggerFactory.getLogger(Announcements.class);

    private final Policies configured;
    private final StoredPolicies stored;
    private final Clock clock;
    private final AtomicReference<Known> known =
            new AtomicReference<>(new Known(ExpireCapability.NOTHING_PROMISED, Instant.MIN));

    @Inject
    public Announcements(Policies configured, StoredPolicies stored, Clock clock) {
        this.configured = configured;
        this.stored = stored;
        this.clock = clock;
    }

    /** The line that is true for whoever logs in. Never waits. */
    public String beforeLogin() {
        Known last = known.get();
        Instant now = clock.instant();
        if (now.isAfter(last.until)
                && known.compareAndSet(last, new Known(last.line, now.plus(FRESH)))) {
            refresh(now);
        }
        return known.get().line;
    }

    private void refresh(Instant now) {
        stored.announced()
                .collectList()
                .subscribeOn(Schedulers.immediate())
                .subscribe(
                        lines ->
                                known.set(
                                        new Known(
                                                ExpireCapability.least(
                                                        Stream.concat(
                                                                configured
                                                                        .all()
                                                                        .map(ExpireCapability::of),
                                                                lines.stream())),
                                                now.plus(FRESH))),
                        error -> LOGGER.warn("Could not read what is announced", error));
    }

    private record Known(String line, Instant until) {}
}
