package org.jamestandem.pop3.migration;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Cyrus' {@code mbexamine} prints. The unique-id is UIDVALIDITY, a dot and the UID, as Cyrus
 * has it since 2.1.4 ({@code uidl_format: cyrus}).
 */
final class CyrusListing {
    private static final Pattern UIDVALIDITY = Pattern.compile("UIDValidity: (\\d+)");
    private static final Pattern MESSAGE =
            Pattern.compile("\\d+> UID:(\\d+)\\b.*\\bSIZE:(\\d+)\\b.*");

    private CyrusListing() {}

    static OldList read(String text) {
        Matcher validity = UIDVALIDITY.matcher(text);
        if (!validity.find()) {
            throw new IllegalArgumentException(
                    "not what mbexamine prints: it has a line like 'UIDValidity: 1191600000  Last"
                            + " UID: 18'");
        }
        return Lines.read(
                text.lines().filter(line -> line.contains("> UID:")).toList(),
                line -> message(line.strip(), validity.group(1)));
    }

    private static Optional<OldMessage> message(String line, String uidValidity) {
        Matcher found = MESSAGE.matcher(line);
        if (!found.matches()) {
            return Optional.empty();
        }
        long uid = Long.parseLong(found.group(1));
        return Optional.of(
                Lines.message(
                        line,
                        uidValidity + "." + uid,
                        OptionalLong.of(uid),
                        OptionalLong.of(Long.parseLong(found.group(2)))));
    }
}
