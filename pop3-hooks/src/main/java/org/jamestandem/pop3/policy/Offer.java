package org.jamestandem.pop3.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jamestandem.kernel.settings.SettingFormat;
import org.jamestandem.kernel.settings.SettingFormats;

/** Which messages a session is offered: {@code <offer>}. */
public sealed interface Offer extends PolicyOption {
    /** How an offer is written. */
    SettingFormat<Offer> FORMAT =
            SettingFormats.of(
                    OfferWords::parse,
                    "all, untaken, since DATE or recent DAYS",
                    "since 2026-01-31, or recent 30d");

    /**
     * Whether a message is offered.
     *
     * @param arrivedAt when it came into the mailbox: its internal date
     * @param taken whether this reader has taken it
     * @param now when the session begins
     */
    boolean includes(Instant arrivedAt, boolean taken, Instant now);

    @Override
    default OptionName option() {
        return OptionName.OFFER;
    }

    /** Every message. */
    record All() implements Offer {
        @Override
        public boolean includes(Instant arrivedAt, boolean taken, Instant now) {
            return true;
        }

        @Override
        public OptionWords words() {
            return OptionWords.of(OfferWords.ALL);
        }
    }

    /**
     * Those that this reader has not taken yet: retrieved or deleted in a session ended by QUIT.
     */
    record Untaken() implements Offer {
        @Override
        public boolean includes(Instant arrivedAt, boolean taken, Instant now) {
            return !taken;
        }

        @Override
        public OptionWords words() {
            return OptionWords.of(OfferWords.UNTAKEN);
        }
    }

    /**
     * Those that came on that day or later.
     *
     * @param date a day in UTC
     */
    record Since(LocalDate date) implements Offer {
        @Override
        public boolean includes(Instant arrivedAt, boolean taken, Instant now) {
            return !arrivedAt.isBefore(date.atStartOfDay(ZoneOffset.UTC).toInstant());
        }

        @Override
        public OptionWords words() {
            return OptionWords.of(OfferWords.SINCE + date);
        }
    }

    /**
     * Those that came in the last days, counted back from the login.
     *
     * @param days 1 or more
     */
    record Recent(long days) implements Offer {
        private static final long MOST = 36_500;

        public Recent {
            if (days < 1 || days > MOST) {
                throw new IllegalArgumentException(days + " days");
            }
        }

        @Override
        public boolean includes(Instant arrivedAt, boolean taken, Instant now) {
            return !arrivedAt.isBefore(now.minus(Duration.ofDays(days)));
        }

        @Override
        public OptionWords words() {
            return OptionWords.of(OfferWords.RECENT + days + "d");
        }
    }
}
