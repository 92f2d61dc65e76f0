package org.jamestandem.kernel.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jamestandem.kernel.activity.AccessProtocol.IMAP;
import static org.jamestandem.kernel.activity.AccessProtocol.POP3;
import static org.jamestandem.kernel.activity.AfterDownload.LEFT;
import static org.jamestandem.kernel.activity.AfterDownload.REMOVED;
import static org.jamestandem.kernel.activity.AfterDownload.UNKNOWN;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.james.core.Username;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** What every {@link ReaderLedger} promises. */
public interface ReaderLedgerContract {
    Duration LIMIT = Duration.ofSeconds(30);
    Username ANNA = Username.of("anna@tandem.example");
    Username BOB = Username.of("bob@tandem.example");

    /** A recent time, so that nothing has expired yet. */
    Instant MONDAY = Instant.now().minus(Duration.ofDays(7));

    ReaderLedger testee();

    private static Visit visit(
            AccessProtocol protocol, String device, Duration after, AfterDownload download) {
        return new Visit(ANNA, protocol, device, MONDAY.plus(after), download);
    }

    private void record(Visit... visits) {
        for (Visit visit : visits) {
            testee().record(visit).block(LIMIT);
        }
    }

    private List<Visit> visits(Username user) {
        return testee().lastVisits(user).collectList().block(LIMIT);
    }

    @Test
    default void aUserWhoNeverCameHasNoVisits() {
        assertThat(visits(ANNA)).isEmpty();
    }

    @Test
    default void aVisitIsRememberedToTheMillisecond() {
        Visit visit = new Visit(ANNA, POP3, "laptop", MONDAY.plusNanos(1_234_567), LEFT);
        record(visit, visit);
        assertThat(visits(ANNA)).containsExactly(visit);
    }

    @Test
    default void usersAreKeptApart() {
        record(visit(POP3, "", Duration.ZERO, UNKNOWN));
        assertThat(visits(BOB)).isEmpty();
    }

    @Test
    default void aForgottenUserNeverCame() {
        record(visit(POP3, "", Duration.ZERO, LEFT), visit(IMAP, "", Duration.ZERO, UNKNOWN));
        record(new Visit(BOB, IMAP, "", MONDAY, UNKNOWN));
        for (int twice = 0; twice < 2; twice++) {
            testee().forget(ANNA).block(LIMIT);
        }
        assertThat(visits(ANNA)).isEmpty();
        assertThat(visits(BOB)).hasSize(1);
    }

    @Test
    default void protocolsAndDevicesAreKeptApart() {
        Visit[] all = {
            visit(POP3, "", Duration.ofHours(1), LEFT),
            visit(POP3, "laptop", Duration.ofHours(2), REMOVED),
            visit(IMAP, "", Duration.ofHours(3), UNKNOWN),
            visit(IMAP, "laptop", Duration.ofHours(4), UNKNOWN)
        };
        record(all);
        assertThat(visits(ANNA)).containsExactlyInAnyOrder(all);
    }

    @Test
    default void theLatestVisitIsKeptWhateverTheOrder() {
        record(
                visit(POP3, "", Duration.ofHours(2), LEFT),
                visit(POP3, "", Duration.ofHours(1), REMOVED));
        assertThat(visits(ANNA)).containsExactly(visit(POP3, "", Duration.ofHours(2), LEFT));
        record(visit(POP3, "", Duration.ofHours(3), REMOVED));
        assertThat(visits(ANNA)).containsExactly(visit(POP3, "", Duration.ofHours(3), REMOVED));
    }

    @Test
    default void aVisitThatDownloadedNothingLeavesWhatIsKnown() {
        record(
                visit(POP3, "", Duration.ofHours(1), LEFT),
                visit(POP3, "", Duration.ofHours(3), UNKNOWN));
        assertThat(visits(ANNA)).containsExactly(visit(POP3, "", Duration.ofHours(3), LEFT));
    }

    @Test
    default void ofDownloadsTheLatestThatIsKnownIsKeptWhateverTheOrder() {
        record(
                visit(POP3, "", Duration.ofHours(1), LEFT),
                visit(POP3, "", Duration.ofHours(3), UNKNOWN),
                visit(POP3, "", Duration.ofHours(2), REMOVED));
        assertThat(visits(ANNA)).containsExactly(visit(POP3, "", Duration.ofHours(3), REMOVED));
    }

    @Test
    default void manyWritersAtOnceLeaveTheLatest() {
        long seed = System.nanoTime();
        List<Visit> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            all.add(
                    visit(
                            i % 2 == 0 ? POP3 : IMAP,
                            "d" + i % 3,
                            Duration.ofMinutes(i),
                            i % 4 == 0 ? LEFT : UNKNOWN));
        }
        Collections.shuffle(all, new Random(seed));
        Flux.fromIterable(all)
                .flatMap(one -> testee().record(one).subscribeOn(Schedulers.boundedElastic()), 16)
                .blockLast(LIMIT);
        assertThat(visits(ANNA))
                .as("seed " + seed)
                .hasSize(6)
                .extracting(Visit::at)
                .containsExactlyInAnyOrder(at(194), at(195), at(196), at(197), at(198), at(199));
    }

    private static Instant at(int minutes) {
        return visit(POP3, "", Duration.ofMinutes(minutes), UNKNOWN).at();
    }
}
