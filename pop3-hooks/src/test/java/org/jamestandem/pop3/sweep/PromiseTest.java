package org.jamestandem.pop3.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PromiseTest {
    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");
    private static final OptionalLong EVER = OptionalLong.empty();

    @Test
    void aFirstPromiseGivesAsManyDaysNoticeAsItSays() {
        assertThat(Promise.first(OptionalLong.of(30), NOW).from()).isEqualTo(days(30));
        assertThat(Promise.first(EVER, NOW).isDue(NOW)).isTrue();
    }

    @Test
    void aShorterOneHoldsWhenTheLongerHasRun() {
        Promise month = new Promise(OptionalLong.of(30), NOW);
        Promise week = month.next(OptionalLong.of(7), NOW);
        assertThat(week.isDue(days(30).minusMillis(1))).isFalse();
        assertThat(week.isDue(days(30))).isTrue();
        assertThat(week.next(OptionalLong.of(7), days(3))).isEqualTo(week);
    }

    @Test
    void aLongerOneHoldsAtOnce() {
        Promise week = new Promise(OptionalLong.of(7), NOW);
        assertThat(week.next(OptionalLong.of(30), days(1)).from()).isEqualTo(days(1));
        assertThat(week.next(EVER, days(1)).from()).isEqualTo(days(1));
    }

    @Test
    void forEverIsShortenedWithTheNewDaysAsNotice() {
        Promise ever = new Promise(EVER, NOW);
        assertThat(ever.next(OptionalLong.of(7), NOW).from()).isEqualTo(days(7));
    }

    private static Instant days(long days) {
        return NOW.plus(Duration.ofDays(days));
    }
}
