package org.jamestandem.pop3.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jamestandem.pop3.uidl.UniqueId;

/** Collects the messages of a list, line by line. */
final class Lines {
    private final List<OldMessage> messages = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();

    /** Every line that is not empty, read by {@code reader}; what it cannot read is kept apart. */
    static OldList read(List<String> lines, Function<String, Optional<OldMessage>> reader) {
        Lines all = new Lines();
        lines.stream().filter(line -> !line.isBlank()).forEach(line -> all.add(line, reader));
        return all.list();
    }

    void add(String line, Function<String, Optional<OldMessage>> reader) {
        try {
            reader.apply(line).ifPresentOrElse(messages::add, () -> unreadable.add(line));
        } catch (IllegalArgumentException e) {
            unreadable.add(line);
        }
    }

    OldList list() {
        return new OldList(messages, unreadable);
    }

    static OldMessage message(String line, String id, OptionalLong uid, OptionalLong octets) {
        return new OldMessage(line, new UniqueId(id), uid, octets, Optional.empty());
    }
}
