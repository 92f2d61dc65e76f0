package org.jamestandem.pop3.migration;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Courier's {@code courierpop3dsizelist}: a header {@code /version next-number uidvalidity}, then
 * for each message its file name, its octets with CRLF, and a number with the UIDVALIDITY of its
 * time. The number is no UID of IMAP.
 */
final class CourierSizeList {
    private static final Pattern HEADER = Pattern.compile("/[123] \\d+.*");
    private static final Pattern MESSAGE =
            Pattern.compile("(.+) (\\d+) (\\d+)(?::(\\d+))?(?::\\d+)?");

    private CourierSizeList() {}

    static OldList read(String text) {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !HEADER.matcher(lines.get(0)).matches()) {
            throw new IllegalArgumentException(
                    "not a courierpop3dsizelist: its first line is like '/2 18 1191600000'");
        }
        return Lines.read(lines.subList(1, lines.size()), CourierSizeList::message);
    }

    private static Optional<OldMessage> message(String line) {
        Matcher found = MESSAGE.matcher(line);
        if (!found.matches() || Long.parseLong(found.group(3)) == 0) {
            return Optional.empty();
        }
        boolean early = found.group(4) == null || Long.parseLong(found.group(4)) == 0;
        String id = "UID" + found.group(3) + (early ? "" : "-" + found.group(4));
        return Optional.of(
                Lines.message(
                        line,
                        id,
                        OptionalLong.empty(),
                        OptionalLong.of(Long.parseLong(found.group(2)))));
    }
}
