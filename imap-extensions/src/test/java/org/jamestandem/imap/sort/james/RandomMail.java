package org.jamestandem.imap.sort.james;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/**
 * A mail together with what a sorting server should make of it, known because it was made from it.
 *
 * @param subject base subject, as a person would read it
 */
record RandomMail(
        Instant arrival,
        Optional<Instant> sent,
        String subject,
        String from,
        String to,
        String cc,
        boolean flagged,
        String text) {
    private static final Instant NEW_YEAR = Instant.parse("2024-01-01T00:00:00Z");
    private static final DateTimeFormatter INTERNAL =
            DateTimeFormatter.ofPattern("dd-MMM-yyyy HH:mm:ss Z", Locale.ENGLISH);
    private static final DateTimeFormatter HEADER =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);
    private static final List<String> PEOPLE =
            List.of("anna", "Bob", "ANNA", "carol", "dave.x", "");
    private static final List<String> SUBJECTS =
            List.of("alpha", "Alpha", "beta", "Příliš", "PŘÍLIŠ žluťoučký", "zebra", "ábc", "");
    private static final List<String> BEFORE =
            List.of("", "Re: ", "FWD:", "[list] ", "Re[2]: ", "[a][b] re: ", "  ", "Re: [x] Fw: ");
    private static final List<String> AFTER = List.of("", " (fwd)", "(FWD)", "  ", " (fwd) (fwd)");

    static RandomMail make(Random random) {
        Instant arrival = NEW_YEAR.plusSeconds(random.nextInt(40) * 60L);
        Optional<OffsetDateTime> sent =
                random.nextInt(4) == 0
                        ? Optional.empty()
                        : Optional.of(
                                NEW_YEAR.plusSeconds(random.nextInt(40) * 60L)
                                        .atOffset(ZoneOffset.ofHours(random.nextInt(24) - 12)));
        String subject = one(random, SUBJECTS);
        String from = one(random, PEOPLE);
        String to = one(random, PEOPLE);
        String cc = one(random, PEOPLE);
        String dressed = dressed(random, subject);
        StringBuilder text = new StringBuilder();
        sent.ifPresent(date -> text.append("Date: ").append(HEADER.format(date)).append('\n'));
        text.append(addressed("From", from))
                .append(addressed("To", to))
                .append(addressed("Cc", cc));
        if (!dressed.isBlank()) {
            text.append("Subject: ").append(dressed).append('\n');
        }
        text.append("\n").append("x".repeat(random.nextInt(5))).append("\n");
        return new RandomMail(
                arrival,
                sent.map(OffsetDateTime::toInstant),
                subject,
                from,
                to,
                cc,
                random.nextBoolean(),
                text.toString());
    }

    String appendArguments() {
        return (flagged ? "(\\Flagged) " : "")
                + "\""
                + INTERNAL.format(arrival.atOffset(ZoneOffset.UTC))
                + "\" ";
    }

    /** Octets with CRLF, as it was appended. */
    long size() {
        return text.replace("\n", "\r\n").getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
    }

    private static String dressed(Random random, String subject) {
        String dressed = one(random, BEFORE) + subject + one(random, AFTER);
        return random.nextInt(5) == 0 ? "[fwd: " + dressed + "]" : dressed;
    }

    private static String addressed(String field, String person) {
        return person.isEmpty()
                ? ""
                : "%s: \"Name, of %s\" <%s@tandem.example>, last@tandem.example\n"
                        .formatted(field, person, person);
    }

    private static String one(Random random, List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
