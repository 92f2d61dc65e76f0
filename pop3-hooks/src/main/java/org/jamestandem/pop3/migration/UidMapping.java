package org.jamestandem.pop3.migration;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which UID a copied message had before, and which it has now, as the tool that copied it wrote it
 * down: lines of two numbers, such as mbsync's {@code .mbsyncstate} has after its header.
 */
public final class UidMapping {
    private static final Pattern PAIR = Pattern.compile("(\\d+)\\s+(\\d+)(?:\\s.*)?");

    private UidMapping() {}

    /**
     * UIDs now, by UIDs before. Lines that are not two numbers are passed over.
     *
     * @param text the file
     */
    public static Map<Long, Long> read(String text) {
        Map<Long, Long> uids = new HashMap<>();
        text.lines()
                .map(String::strip)
                .map(PAIR::matcher)
                .filter(Matcher::matches)
                .forEach(
                        pair ->
                                uids.put(
                                        Long.parseLong(pair.group(1)),
                                        Long.parseLong(pair.group(2))));
        return uids;
    }
}
