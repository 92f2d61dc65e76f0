package org.jamestandem.pop3.policy;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jamestandem.kernel.settings.SettingFormats;

/** Reads {@code <offer>}. */
final class OfferWords {
    static final String ALL = "all";
    static final String UNTAKEN = "untaken";
    static final String SINCE = "since ";
    static final String RECENT = "recent ";

    private OfferWords() {}

    static Offer parse(String text) {
        if (text.startsWith(SINCE)) {
            return new Offer.Since(date(text.substring(SINCE.length()).strip()));
        }
        if (text.startsWith(RECENT)) {
            return new Offer.Recent(days(text.substring(RECENT.length()).strip()));
        }
        return switch (text) {
            case ALL -> new Offer.All();
            case UNTAKEN -> new Offer.Untaken();
            default -> throw new IllegalArgumentException("not an offer: " + text);
        };
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static long days(String text) {
        return SettingFormats.duration().parse(text).toDays();
    }
}
