package org.jamestandem.pop3.maildrop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class UidFloorTest {
    private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");
    private static final Instant LATER = MONDAY.plus(Duration.ofHours(2));

    @Test
    void aFirstListingSaysOnlyWhatIsThere() {
        UidFloor floor = UidFloor.first(OptionalLong.of(20), MONDAY);
        assertThat(floor.readFrom(MONDAY)).isEqualTo(1);
        assertThat(floor.after(OptionalLong.of(5), OptionalLong.of(20), MONDAY.plusSeconds(60)))
                .isEmpty();
    }

    @Test
    void afterAnHourTheLowestUidFoundIsTheFloor() {
        UidFloor floor = UidFloor.first(OptionalLong.of(20), MONDAY);
        UidFloor next = floor.after(OptionalLong.of(5), OptionalLong.of(30), LATER).orElseThrow();
        assertThat(next.readFrom(LATER)).isEqualTo(5);
    }

    @Test
    void whatMayStillBeOnItsWayIsNeverBelowTheFloor() {
        UidFloor floor = UidFloor.first(OptionalLong.of(20), MONDAY);
        UidFloor next =
                floor.after(OptionalLong.of(5000), OptionalLong.of(5001), LATER).orElseThrow();
        assertThat(next.readFrom(LATER)).isEqualTo(21);
    }

    @Test
    void anEmptyFolderIsReadFromBehindItsLastMessage() {
        UidFloor floor = UidFloor.first(OptionalLong.of(20), MONDAY);
        UidFloor next =
                floor.after(OptionalLong.empty(), OptionalLong.empty(), LATER).orElseThrow();
        assertThat(next.readFrom(LATER)).isEqualTo(21);
    }

    @Test
    void onceAWeekTheWholeFolderIsRead() {
        UidFloor floor = UidFloor.first(OptionalLong.of(20), MONDAY);
        UidFloor next = floor.after(OptionalLong.of(9), OptionalLong.of(20), LATER).orElseThrow();
        Instant eightDaysLater = MONDAY.plus(Duration.ofDays(8));
        assertThat(next.readFrom(eightDaysLater)).isEqualTo(1);
        UidFloor read =
                next.after(OptionalLong.of(2), OptionalLong.of(20), eightDaysLater).orElseThrow();
        assertThat(read.readFrom(eightDaysLater.plusSeconds(1))).isEqualTo(2);
    }

    @Test
    void nothingIsWrittenWhereNothingChanged() {
        UidFloor floor = new UidFloor(5, 20, MONDAY, MONDAY);
        assertThat(floor.after(OptionalLong.of(5), OptionalLong.of(20), LATER)).isEmpty();
    }
}
