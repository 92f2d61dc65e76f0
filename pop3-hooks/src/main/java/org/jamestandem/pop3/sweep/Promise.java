package org.jamestandem.pop3.sweep;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * What clients of a maildrop were told that it keeps (RFC 2449 §6.7, EXPIRE).
 *
 * @param days whole days; empty for ever
 * @param from since when a rule that keeps messages for those days may be applied
 */
public record Promise(OptionalLong days, Instant from) {
    /**
     * The first promise of a maildrop whose clients may have been told anything before: nothing is
     * removed before they have had as many days as they are told now.
     */
    static Promise first(OptionalLong days, Instant now) {
        return new Promise(days, now.plus(Duration.ofDays(days.orElse(0))));
    }

    /**
     * The promise after this one.
     *
     * @param told what clients are told now
     * @return this one when nothing has changed
     */
    Promise next(OptionalLong told, Instant now) {
        if (told.equals(days)) {
            return this;
        }
        if (told.isEmpty() || days.isPresent() && days.getAsLong() < told.getAsLong()) {
            return new Promise(told, now);
        }
        long notice = days.orElse(told.getAsLong());
        return new Promise(told, now.plus(Duration.ofDays(notice)));
    }

    /** Whether an announced rule may be applied. */
    boolean isDue(Instant now) {
        return !now.isBefore(from);
    }
}
