package org.jamestandem.kernel.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jamestandem.kernel.activity.AccessProtocol.IMAP;
import static org.jamestandem.kernel.activity.AccessProtocol.POP3;
import static org.jamestandem.kernel.activity.AfterDownload.LEFT;
import static org.jamestandem.kernel.activity.AfterDownload.REMOVED;
import static org.jamestandem.kernel.activity.AfterDownload.UNKNOWN;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.james.core.Username;
import org.jamestandem.kernel.activity.memory.MemoryReaderLedger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class ReaderActivityTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Username ANNA = Username.of("anna@tandem.example");
    private static final Instant START = Instant.parse("2026-11-02T08:00:00Z");

    /** Counts what goes through to a real ledger; may fail or never end. */
    private static final class WatchedLedger implements ReaderLedger {
        private final ReaderLedger ledger = new MemoryReaderLedger();
        private final List<Visit> written = new CopyOnWriteArrayList<>();
        private int reads;
        private Mono<Void> before = Mono.empty();

        @Override
        public Mono<Void> record(Visit visit) {
            written.add(visit);
            return before.then(Mono.defer(() -> ledger.record(visit)));
        }

        @Override
        public Flux<Visit> lastVisits(Username user) {
            reads++;
            return ledger.lastVisits(user);
        }

        @Override
        public Mono<Void> forget(Username user) {
            return ledger.forget(user);
        }
    }

    private static final class HandClock extends Clock {
        private Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private final WatchedLedger ledger = new WatchedLedger();
    private final HandClock clock = new HandClock();
    private final ReaderActivity activity = new ReaderActivity(ledger, clock);

    private void passes(Duration time) {
        clock.now = clock.now.plus(time);
    }

    private ReadingHabits habits() {
        return activity.habitsOf(ANNA).block(LIMIT);
    }

    @Test
    void theSameVisitIsWrittenOnceAnHour() {
        for (int minute = 0; minute < 120; minute++) {
            activity.record(ANNA, IMAP, "", UNKNOWN);
            passes(Duration.ofMinutes(1));
        }
        assertThat(ledger.written)
                .extracting(Visit::at)
                .containsExactly(START, START.plus(Duration.ofHours(1)));
    }

    @Test
    void anotherDeviceOrProtocolIsAnotherVisit() {
        activity.record(ANNA, IMAP, "", UNKNOWN);
        activity.record(ANNA, POP3, "", UNKNOWN);
        activity.record(ANNA, POP3, "laptop", UNKNOWN);
        assertThat(ledger.written).hasSize(3);
    }

    @Test
    void aChangeInWhatBecomesOfDownloadsIsWrittenAtOnce() {
        activity.record(ANNA, POP3, "", UNKNOWN);
        activity.record(ANNA, POP3, "", LEFT);
        activity.record(ANNA, POP3, "", UNKNOWN);
        activity.record(ANNA, POP3, "", LEFT);
        activity.record(ANNA, POP3, "", REMOVED);
        assertThat(ledger.written)
                .extracting(Visit::afterDownload)
                .containsExactly(UNKNOWN, LEFT, REMOVED);
    }

    @Test
    void habitsAreReadOnceUntilTheyAreStale() {
        assertThat(habits()).isEqualTo(ReadingHabits.NONE);
        habits();
        assertThat(ledger.reads).isEqualTo(1);
        passes(ReaderActivity.STALENESS);
        habits();
        assertThat(ledger.reads).isEqualTo(2);
    }

    @Test
    void aVisitOnThisNodeShowsAtOnce() {
        habits();
        activity.record(ANNA, POP3, "laptop", LEFT);
        assertThat(habits().devices(START)).containsExactly("laptop");
    }

    @Test
    void aVisitOnAnotherNodeShowsWhenTheHabitsAreStale() {
        habits();
        new ReaderActivity(ledger, clock).record(ANNA, POP3, "laptop", LEFT);
        assertThat(habits().devices(START)).isEmpty();
        passes(ReaderActivity.STALENESS);
        assertThat(habits().devices(START)).containsExactly("laptop");
    }

    @Test
    void aFailedWriteIsMadeUpForByTheNextLogin() {
        ledger.before = Mono.error(new IllegalStateException("down"));
        activity.record(ANNA, POP3, "", UNKNOWN);
        ledger.before = Mono.empty();
        activity.record(ANNA, POP3, "", UNKNOWN);
        assertThat(habits().readsBy(POP3, START)).isTrue();
    }

    @Test
    void writesThatDoNotEndAreBoundedAndHoldNobodyUp() {
        Sinks.Empty<Void> gate = Sinks.empty();
        ledger.before = gate.asMono();
        for (int i = 0; i < 1000; i++) {
            activity.record(Username.of("u" + i), POP3, "", UNKNOWN);
        }
        assertThat(ledger.written).hasSize(256);
        gate.tryEmitEmpty().orThrow();
        activity.record(Username.of("u999"), POP3, "", UNKNOWN);
        assertThat(ledger.written).hasSize(257);
    }

    @Test
    void habitsCountFromTheGivenTimeOn() {
        activity.record(ANNA, POP3, "", LEFT);
        Instant later = START.plusMillis(1);
        ReadingHabits habits = habits();
        assertThat(habits.readsBy(POP3, START)).isTrue();
        assertThat(habits.readsBy(POP3, later)).isFalse();
        assertThat(habits.readsBy(IMAP, START)).isFalse();
        assertThat(habits.leavesMail(START)).isTrue();
        assertThat(habits.leavesMail(later)).isFalse();
        assertThat(habits.devices(START)).containsExactly("");
        assertThat(habits.devices(later)).isEmpty();
    }
}
