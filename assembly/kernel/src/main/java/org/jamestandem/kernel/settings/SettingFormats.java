package org.jamestandem.kernel.settings;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.james.util.DurationParser;

/** The formats that several features use. */
public final class SettingFormats {
    private SettingFormats() {}

    /** Any text but the empty one. */
    public static SettingFormat<String> text(String expected, String example) {
        return of(
                text -> {
                    if (text.isBlank()) {
                        throw new IllegalArgumentException("empty");
                    }
                    return text;
                },
                expected,
                example);
    }

    /** A number with a unit ({@code 90s}, {@code 12h}, {@code 30d}); a bare number counts days. */
    public static SettingFormat<Duration> duration() {
        return of(
                text -> DurationParser.parse(text, ChronoUnit.DAYS),
                "a duration such as 90s, 12h or 30d (a bare number counts days)",
                "30d");
    }

    /** A whole number from {@code least} to {@code most}, both included. */
    public static SettingFormat<Integer> wholeNumber(int least, int most) {
        return of(
                text -> {
                    int number = Integer.parseInt(text);
                    if (number < least || number > most) {
                        throw new IllegalArgumentException("out of range");
                    }
                    return number;
                },
                "a whole number from " + least + " to " + most,
                Integer.toString(least));
    }

    /** A number with or without decimals, from {@code least} to {@code most}, both included. */
    public static SettingFormat<Double> decimal(double least, double most, String example) {
        return of(
                text -> {
                    if (!text.matches("-?\\d{1,9}(\\.\\d{1,9})?")) {
                        throw new IllegalArgumentException("not a number");
                    }
                    double number = Double.parseDouble(text);
                    if (number < least || number > most) {
                        throw new IllegalArgumentException("out of range");
                    }
                    return number;
                },
                "a number from %s to %s".formatted(plain(least), plain(most)),
                example);
    }

    /** {@code true} or {@code false}. */
    public static SettingFormat<Boolean> yesNo() {
        return of(
                text ->
                        switch (text) {
                            case "true" -> true;
                            case "false" -> false;
                            default -> throw new IllegalArgumentException("neither");
                        },
                "true or false",
                "true");
    }

    /** One constant, written in lower case with {@code -} for {@code _}. */
    public static <E extends Enum<E>> SettingFormat<E> oneOf(Class<E> type) {
        E[] constants = type.getEnumConstants();
        String words =
                Arrays.stream(constants)
                        .map(SettingFormats::word)
                        .collect(Collectors.joining(", "));
        return of(
                text ->
                        Arrays.stream(constants)
                                .filter(constant -> word(constant).equals(text))
                                .findFirst()
                                .orElseThrow(() -> new IllegalArgumentException("unknown word")),
                "one of " + words,
                word(constants[0]));
    }

    /** How {@link #oneOf} writes a constant. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /** A format made of its three parts. */
    public static <T> SettingFormat<T> of(
            Function<String, T> parser, String expected, String example) {
        return new SettingFormat<>() {
            @Override
            public T parse(String text) {
                return parser.apply(text);
            }

            @Override
            public String expected() {
                return expected;
            }

            @Override
            public String example() {
                return example;
            }
        };
    }
}
