package org.jamestandem.pop3.migration;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jamestandem.pop3.uidl.UniqueId;

/** Unique-id, UID, octets and SHA-256 of the header, apart by spaces; the last three may be -. */
final class PlainList {
    private static final String UNKNOWN = "-";
    private static final int COLUMNS = 4;

    private PlainList() {}

    static OldList read(String text) {
        return Lines.read(text.lines().toList(), PlainList::message);
    }

    private static Optional<OldMessage> message(String line) {
        String[] columns = line.strip().split("\\s+");
        if (columns.length > COLUMNS) {
            return Optional.empty();
        }
        return Optional.of(
                new OldMessage(
                        line,
                        new UniqueId(columns[0]),
                        number(columns, 1),
                        number(columns, 2),
                        column(columns, 3).map(hash -> hash.toLowerCase(Locale.ROOT))));
    }

    private static OptionalLong number(String[] columns, int index) {
        Optional<String> text = column(columns, index);
        return text.isPresent()
                ? OptionalLong.of(Long.parseLong(text.get()))
                : OptionalLong.empty();
    }

    private static Optional<String> column(String[] columns, int index) {
        return columns.length <= index || columns[index].equals(UNKNOWN)
                ? Optional.empty()
                : Optional.of(columns[index]);
    }
}
