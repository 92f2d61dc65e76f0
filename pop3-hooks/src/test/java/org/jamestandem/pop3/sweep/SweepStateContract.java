package org.jamestandem.pop3.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.apache.james.core.Username;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** What every {@link SweepState} keeps to. */
public interface SweepStateContract {
    Duration PATIENCE = Duration.ofSeconds(60);
    Instant MONDAY = Instant.parse("2026-01-05T08:00:00.123Z");
    LocalDate DAY = LocalDate.of(2026, 1, 5);
    Username ANNA = Username.of("anna@example.org");
    Username BOB = Username.of("bob@example.org");

    /** With nothing in it. */
    SweepState state();

    @Test
    default void aMaildropIsFoundOnTheDayForWhichItIsNoted() {
        for (int twice = 0; twice < 2; twice++) {
            state().enrol(ANNA, DAY).block(PATIENCE);
        }
        state().enrol(BOB, DAY).block(PATIENCE);
        state().enrol(ANNA, DAY.plusDays(1)).block(PATIENCE);
        assertThat(enrolled(DAY)).containsExactlyInAnyOrder(ANNA, BOB);
        assertThat(enrolled(DAY.plusDays(1))).containsExactly(ANNA);
        assertThat(enrolled(DAY.minusDays(1))).isEmpty();
    }

    @Test
    default void aStruckMaildropIsGoneFromThatDayOnly() {
        state().enrol(ANNA, DAY).block(PATIENCE);
        state().enrol(ANNA, DAY.plusDays(1)).block(PATIENCE);
        for (int twice = 0; twice < 2; twice++) {
            state().strike(ANNA, DAY).block(PATIENCE);
        }
        assertThat(enrolled(DAY)).isEmpty();
        assertThat(enrolled(DAY.plusDays(1))).containsExactly(ANNA);
    }

    @Test
    default void theDaysOfAMaildropAreFound() {
        for (long day : List.of(0L, 3L, 40L)) {
            state().enrol(ANNA, DAY.plusDays(day)).block(PATIENCE);
        }
        state().enrol(BOB, DAY.plusDays(2)).block(PATIENCE);
        assertThat(state().days(ANNA, DAY, DAY.plusDays(3)).collectList().block(PATIENCE))
                .containsExactlyInAnyOrder(DAY, DAY.plusDays(3));
    }

    @Test
    default void aForgottenPromiseIsNone() {
        Promise month = new Promise(OptionalLong.of(30), MONDAY);
        state().promise(ANNA, month).block(PATIENCE);
        for (int twice = 0; twice < 2; twice++) {
            state().forgetPromise(ANNA).block(PATIENCE);
        }
        assertThat(state().promise(ANNA).blockOptional(PATIENCE)).isEmpty();
        state().promise(ANNA, month).block(PATIENCE);
        assertThat(state().promise(ANNA).block(PATIENCE)).isEqualTo(month);
    }

    @Test
    default void aFirstPromiseChangesNothingThatIsKept() {
        Promise month = new Promise(OptionalLong.of(30), MONDAY);
        Promise ever = new Promise(OptionalLong.empty(), MONDAY.plusSeconds(1));
        assertThat(state().promise(ANNA).blockOptional(PATIENCE)).isEmpty();
        state().promiseFirst(ANNA, month).block(PATIENCE);
        state().promiseFirst(ANNA, ever).block(PATIENCE);
        assertThat(state().promise(ANNA).block(PATIENCE)).isEqualTo(month);
        state().promise(ANNA, ever).block(PATIENCE);
        state().promiseFirst(ANNA, month).block(PATIENCE);
        assertThat(state().promise(ANNA).block(PATIENCE)).isEqualTo(ever);
        assertThat(state().promise(BOB).blockOptional(PATIENCE)).isEmpty();
    }

    @Test
    default void ofManyWhoClaimAMaildropOneHasIt() {
        List<Boolean> won =
                Flux.range(0, 8)
                        .flatMap(any -> state().claim(ANNA, Duration.ofMinutes(1)), 8)
                        .collectList()
                        .block(PATIENCE);
        assertThat(won).hasSize(8).containsOnlyOnce(true);
        assertThat(state().claim(BOB, Duration.ofMinutes(1)).block(PATIENCE)).isTrue();
        state().release(ANNA).block(PATIENCE);
        assertThat(state().claim(ANNA, Duration.ofMinutes(1)).block(PATIENCE)).isTrue();
    }

    private List<Username> enrolled(LocalDate day) {
        return Flux.range(0, SweepState.SHARDS)
                .concatMap(shard -> state().enrolled(day, shard))
                .collectList()
                .block(PATIENCE);
    }
}
