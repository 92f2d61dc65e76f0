package org.jamestandem.distribution.samples;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.util.DurationParser;

/**
 * One message of the sample set.
 *
 * @param file the resource it is in
 * @param sender of the envelope
 * @param recipients of the envelope
 */
record SampleMessage(String file, String sender, List<String> recipients) {
    private static final String FOLDER = "/org/jamestandem/distribution/samples/";
    private static final Pattern AGE = Pattern.compile("(?m)^Date: \\{(\\w+) ago}$");
    private static final Pattern MESSAGE_ID = Pattern.compile("(?m)^Message-ID: (<.+>)$");

    SampleMessage {
        recipients = List.copyOf(recipients);
    }

    /** The set, oldest first: {@code index.txt} has one line each, file | sender | recipients. */
    static List<SampleMessage> all() throws IOException {
        return text("index.txt")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(SampleMessage::parse)
                .toList();
    }

    private static SampleMessage parse(String line) {
        String[] parts = line.split("\\|");
        return new SampleMessage(
                parts[0].strip(),
                parts[1].strip(),
                Arrays.stream(parts[2].split(",")).map(String::strip).toList());
    }

    /** The message with LF line ends, its {@code Date: {3d ago}} made a real date. */
    String content(Clock clock) throws IOException {
        Matcher matcher = AGE.matcher(text(file));
        return matcher.replaceFirst(match -> "Date: " + dated(clock, match.group(1)));
    }

    String messageId() throws IOException {
        Matcher matcher = MESSAGE_ID.matcher(text(file));
        if (!matcher.find()) {
            throw new IOException(file + " has no Message-ID");
        }
        return matcher.group(1);
    }

    private static String dated(Clock clock, String age) {
        Duration ago = DurationParser.parse(age, ChronoUnit.MINUTES);
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(clock).minus(ago));
    }

    private static String text(String name) throws IOException {
        try (InputStream resource = SampleMessage.class.getResourceAsStream(FOLDER + name)) {
            if (resource == null) {
                throw new IOException("no such sample: " + name);
            }
            StringBuilder text = new StringBuilder();
            new BufferedReader(new InputStreamReader(resource, UTF_8))
                    .lines()
                    .forEach(line -> text.append(line).append('\n'));
            return text.toString();
        }
    }
}
