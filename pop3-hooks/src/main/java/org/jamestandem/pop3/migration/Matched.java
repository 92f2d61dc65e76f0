package org.jamestandem.pop3.migration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jamestandem.pop3.uidl.MessageKey;
import org.jamestandem.pop3.uidl.UniqueId;

/**
 * What became of an old list.
 *
 * @param aliases the unique-ids of messages of this server
 * @param ambiguous lines that more than one message may be
 * @param unmatched lines that no message is
 * @param unreadable lines that name no message
 */
public record Matched(
        Map<MessageKey, UniqueId> aliases,
        List<String> ambiguous,
        List<String> unmatched,
        List<String> unreadable) {
    public Matched {
        aliases = Map.copyOf(aliases);
        ambiguous = List.copyOf(ambiguous);
        unmatched = List.copyOf(unmatched);
        unreadable = List.copyOf(unreadable);
    }

    /** Every line that is no message's, with what is the matter with it in front. */
    public Stream<String> lines() {
        return Stream.of(
                        ambiguous.stream().map(line -> "ambiguous: " + line),
                        unmatched.stream().map(line -> "unmatched: " + line),
                        unreadable.stream().map(line -> "unreadable: " + line))
                .flatMap(lines -> lines);
    }

    Matched without(Set<UniqueId> ids) {
        Map<MessageKey, UniqueId> rest = new HashMap<>(aliases);
        rest.values().removeIf(ids::contains);
        List<String> more = new ArrayList<>(ambiguous);
        ids.forEach(id -> more.add(id.value() + " names a message of another folder"));
        return new Matched(rest, more, unmatched, unreadable);
    }
}
