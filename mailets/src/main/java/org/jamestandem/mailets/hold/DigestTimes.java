package org.jamestandem.mailets.hold;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * At which times of each day digests are sent.
 *
 * @param times one or more
 * @param zone whose times of day they are
 */
record DigestTimes(List<LocalTime> times, ZoneId zone) {
    DigestTimes {
        times = times.stream().distinct().sorted().toList();
        if (times.isEmpty()) {
            throw new IllegalArgumentException("never");
        }
    }

    /** {@code 07:00, 16:30}. */
    static List<LocalTime> parse(String text) {
        try {
            return Arrays.stream(text.split(",", -1))
                    .map(String::strip)
                    .map(LocalTime::parse)
                    .toList();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The first time after that instant; a time that a clock change leaves out comes later. */
    Instant next(Instant after) {
        ZonedDateTime now = after.atZone(zone);
        return Stream.of(0, 1, 2)
                .map(days -> now.toLocalDate().plusDays(days))
                .flatMap(day -> times.stream().map(time -> day.atTime(time).atZone(zone)))
                .map(ZonedDateTime::toInstant)
                .filter(time -> time.isAfter(after))
                .min(Comparator.naturalOrder())
                .orElseThrow(() -> new IllegalStateException("no time after " + after));
    }
}
