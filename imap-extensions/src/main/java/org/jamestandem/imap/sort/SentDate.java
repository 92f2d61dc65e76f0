package org.jamestandem.imap.sort;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.dom.field.DateTimeField;
import org.apache.james.mime4j.field.DateTimeFieldLenientImpl;
import org.apache.james.mime4j.stream.RawField;

/**
 * The text of a "Date" field as a moment (RFC 5256 §2.2). A zone that is no zone counts as UTC, a
 * time that is no time as midnight; without a day there is no sent date.
 */
final class SentDate {
    private static final List<String> MONTHS =
            List.of(
                    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                    "dec");
    private static final int LEAP_SECOND = 60;
    private static final Pattern DAY =
            Pattern.compile(
                    "(?<day>\\d{1,2})[\\s-]+(?<month>[A-Za-z]{3})[a-z]*[\\s-]+(?<year>\\d{4})\\b");
    private static final Pattern TIME =
            Pattern.compile("^ (?<hour>\\d{1,2}):(?<minute>\\d{2})(:(?<second>\\d{2}))?\\b");
    private static final Pattern ZONE =
            Pattern.compile("^ ?(?<sign>[+-])(?<hours>\\d{2})(?<minutes>\\d{2})\\b");

    private SentDate() {}

    static Optional<Instant> parse(String text) {
        Matcher day = DAY.matcher(text);
        if (!day.find()) {
            return lenient(text);
        }
        String afterDay = text.substring(day.end()).replaceAll("\\s+", " ");
        return date(day).flatMap(date -> moment(text, date, afterDay));
    }

    /**
     * Leaves forms and zones to the mail parser, which rolls wrong numbers over to the next day.
     */
    private static Optional<Instant> moment(String text, LocalDate date, String afterDay) {
        Matcher time = TIME.matcher(afterDay);
        Optional<LocalTime> valid = time.find() ? time(time) : Optional.empty();
        if (valid.isEmpty()) {
            return Optional.of(date.atStartOfDay().toInstant(ZoneOffset.UTC));
        }
        ZoneOffset zone = zone(afterDay.substring(time.end()));
        return lenient(text).or(() -> valid.map(at -> date.atTime(at).toInstant(zone)));
    }

    private static Optional<Instant> lenient(String text) {
        DateTimeField field =
                DateTimeFieldLenientImpl.PARSER.parse(
                        new RawField("Date", text), DecodeMonitor.SILENT);
        return Optional.ofNullable(field.getDate()).map(Date::toInstant);
    }

    private static Optional<LocalDate> date(Matcher day) {
        int month = MONTHS.indexOf(day.group("month").toLowerCase(Locale.ROOT));
        if (month < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LocalDate.of(number(day, "year"), Month.of(month + 1), number(day, "day")));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalTime> time(Matcher time) {
        int second = time.group("second") == null ? 0 : number(time, "second");
        int knownSecond = second == LEAP_SECOND ? LEAP_SECOND - 1 : second;
        try {
            return Optional.of(
                    LocalTime.of(number(time, "hour"), number(time, "minute"), knownSecond));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static ZoneOffset zone(String text) {
        Matcher zone = ZONE.matcher(text);
        if (!zone.find()) {
            return ZoneOffset.UTC;
        }
        int sign = zone.group("sign").equals("-") ? -1 : 1;
        try {
            return ZoneOffset.ofHoursMinutes(
                    sign * number(zone, "hours"), sign * number(zone, "minutes"));
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    private static int number(Matcher matcher, String group) {
        return Integer.parseInt(matcher.group(group));
    }
}
