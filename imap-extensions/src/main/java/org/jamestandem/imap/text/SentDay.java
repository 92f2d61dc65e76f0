package org.jamestandem.imap.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The day that a Date field names, as it stands there (RFC 5322 §3.3). */
final class SentDay {
    private static final List<String> MONTHS =
            List.of(
                    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                    "dec");
    private static final String GAP = "[ \\t-]+";
    private static final Pattern DAY =
            Pattern.compile(
                    "\\b(?<day>\\d{1,2})"
                            + GAP
                            + "(?<month>[A-Za-z]{3})[a-z]*"
                            + GAP
                            + "(?<year>\\d{2,4})\\b");
    private static final int LONGEST = 200;

    private SentDay() {}

    static Optional<LocalDate> in(String date) {
        Matcher day = DAY.matcher(date.substring(0, Math.min(date.length(), LONGEST)));
        if (!day.find()) {
            return Optional.empty();
        }
        int month = MONTHS.indexOf(day.group("month").toLowerCase(Locale.ROOT)) + 1;
        try {
            return Optional.of(
                    LocalDate.of(
                            year(day.group("year")), month, Integer.parseInt(day.group("day"))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Years of two and three digits as RFC 5322 §4.3 reads them. */
    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        return switch (digits.length()) {
            case 2 -> year < 50 ? year + 2000 : year + 1900;
            case 3 -> year + 1900;
            default -> year;
        };
    }
}
