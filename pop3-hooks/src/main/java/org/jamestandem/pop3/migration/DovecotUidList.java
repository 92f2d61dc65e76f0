package org.jamestandem.pop3.migration;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dovecot's {@code dovecot-uidlist}: a header with the UIDVALIDITY, then for each message its UID,
 * fields of one letter, a colon and the file name. Where no field {@code P} says otherwise, the
 * unique-id is made by Dovecot's default format, {@code %08Xu%08Xv}.
 */
final class DovecotUidList {
    private static final Pattern HEADER = Pattern.compile("3 .*\\bV(\\d+)\\b.*");
    private static final Pattern MESSAGE = Pattern.compile("(\\d+) (?:(.*?) )?:(.+)");
    private static final Pattern UNIQUE_ID = Pattern.compile("(?:^| )P(\\S*)");
    private static final Pattern OCTETS = Pattern.compile("(?:^| )W(\\d+)");
    private static final Pattern OCTETS_IN_NAME = Pattern.compile(",W=(\\d+)");

    private DovecotUidList() {}

    static OldList read(String text) {
        List<String> lines = text.lines().toList();
        Matcher header = HEADER.matcher(lines.isEmpty() ? "" : lines.get(0));
        if (!header.matches()) {
            throw new IllegalArgumentException(
                    "not a dovecot-uidlist of version 3: its first line is like '3 V1446660062"
                            + " N891 G...'");
        }
        long uidValidity = Long.parseLong(header.group(1));
        return Lines.read(lines.subList(1, lines.size()), line -> message(line, uidValidity));
    }

    private static Optional<OldMessage> message(String line, long uidValidity) {
        Matcher found = MESSAGE.matcher(line);
        if (!found.matches()) {
            return Optional.empty();
        }
        long uid = Long.parseLong(found.group(1));
        String fields = found.group(2) == null ? "" : found.group(2);
        String name = found.group(3);
        Matcher given = UNIQUE_ID.matcher(fields);
        String id =
                given.find()
                        ? given.group(1).isEmpty() ? baseOf(name) : given.group(1)
                        : "%08X%08X".formatted(uid, uidValidity);
        return Optional.of(Lines.message(line, id, OptionalLong.of(uid), octets(fields, name)));
    }

    private static OptionalLong octets(String fields, String name) {
        for (Matcher matcher : List.of(OCTETS.matcher(fields), OCTETS_IN_NAME.matcher(name))) {
            if (matcher.find()) {
                return OptionalLong.of(Long.parseLong(matcher.group(1)));
            }
        }
        return OptionalLong.empty();
    }

    private static String baseOf(String name) {
        int info = name.indexOf(':');
        return info < 0 ? name : name.substring(0, info);
    }
}
