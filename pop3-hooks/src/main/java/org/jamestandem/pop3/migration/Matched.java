package org.jamestandem.pop3.migration;

import java.util.List;
import java.util.Map;
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
}
