package org.jamestandem.kernel.audit;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.apache.james.metrics.api.Metric;
import org.apache.james.metrics.api.MetricFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The trail as features write it: whatever becomes of an entry, mail goes on. An entry that cannot
 * be kept, because the store fails or too many are under way, leaves a gap, and the metric {@value
 * #GAPS} counts it.
 */
@Singleton
public final class Audit {
    /** The metric that counts entries which could not be kept. */
    public static final String GAPS = "tandem-audit-gaps";

    /** Messages of one row; an entry with more of them is several rows. */
    static final int MESSAGES = 5_000;

    static final int UNDER_WAY = 256;

    private static final Logger LOGGER = LoggerFactory.getLogger(Audit.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ROWS_AT_ONCE = 4;

    private final AuditTrail trail;
    private final boolean addresses;
    private final Metric gaps;
    private final Semaphore free = new Semaphore(UNDER_WAY);

    @Inject
    public Audit(AuditTrail trail, AuditSettings settings, MetricFactory metrics) {
        this.trail = trail;
        this.addresses = settings.addresses();
        this.gaps = metrics.generate(GAPS);
    }

    /** Keeps an entry. Returns at once and throws nothing. */
    public void record(AuditEntry entry) {
        if (!free.tryAcquire()) {
            gap(entry, new IllegalStateException("too many entries under way"));
            return;
        }
        List<AuditEntry> rows = (addresses ? entry : entry.withoutAddress()).parts(MESSAGES);
        Flux.fromIterable(rows)
                .flatMap(row -> Mono.defer(() -> trail.append(row)), ROWS_AT_ONCE)
                .then()
                .timeout(PATIENCE)
                .doFinally(end -> free.release())
                .subscribe(nothing -> {}, error -> gap(entry, error));
    }

    private void gap(AuditEntry entry, Throwable error) {
        gaps.increment();
        LOGGER.warn(
                "Audit has a gap: {} of {} on {} messages of {} at {}",
                entry.deeds().stream().map(Deed::action).distinct().toList(),
                entry.actor(),
                entry.messages(),
                entry.owner().asString(),
                entry.at(),
                error);
    }
}
