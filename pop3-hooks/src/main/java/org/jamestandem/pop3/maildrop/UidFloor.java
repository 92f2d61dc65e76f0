package org.jamestandem.pop3.maildrop;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Below which UID a folder has no message, so that a listing need not read over what was removed. A
 * UID given out is stored a little later, so a listing only speaks for UIDs that were there an hour
 * before it.
 *
 * @param lowest no message has a lower UID
 * @param highest the highest UID seen at {@code seenAt}
 * @param readWholeAt when the folder was last read from its first UID
 */
public record UidFloor(long lowest, long highest, Instant seenAt, Instant readWholeAt) {
    private static final Duration SETTLED_AFTER = Duration.ofHours(1);

    /** What repairs bring back below the floor is seen after this at the latest. */
    private static final Duration WHOLE_EVERY = Duration.ofDays(7);

    /** After the first listing of a folder, which says nothing yet. */
    public static UidFloor first(OptionalLong highest, Instant now) {
        return new UidFloor(1, highest.orElse(0), now, now);
    }

    /** From which UID to read. */
    public long readFrom(Instant now) {
        return isStale(now) ? 1 : lowest;
    }

    /**
     * What a listing from {@link #readFrom} says; empty when it says nothing new.
     *
     * @param lowestFound of the UIDs listed
     * @param highestFound of the UIDs listed
     */
    public Optional<UidFloor> after(
            OptionalLong lowestFound, OptionalLong highestFound, Instant now) {
        if (now.isBefore(seenAt.plus(SETTLED_AFTER))) {
            return Optional.empty();
        }
        UidFloor next =
                new UidFloor(
                        Math.min(lowestFound.orElse(Long.MAX_VALUE), highest + 1),
                        Math.max(highest, highestFound.orElse(0)),
                        now,
                        isStale(now) ? now : readWholeAt);
        boolean same = next.lowest == lowest && next.highest == highest && !isStale(now);
        return same ? Optional.empty() : Optional.of(next);
    }

    private boolean isStale(Instant now) {
        return now.isAfter(readWholeAt.plus(WHOLE_EVERY));
    }
}
