package org.jamestandem.imap.search.james;

import java.util.List;
import org.apache.james.imap.api.message.response.ImapResponseMessage;

/**
 * The untagged ESEARCH response (RFC 4731 §3.1).
 *
 * @param tag of the command answered
 * @param uids whether numbers are unique identifiers
 * @param items name and value of each, in their order
 */
public record ExtendedResponse(String tag, boolean uids, List<Item> items)
        implements ImapResponseMessage {
    /**
     * One result.
     *
     * @param name such as {@code COUNT}
     * @param value as it goes over the wire
     */
    public record Item(String name, String value) {}

    public ExtendedResponse {
        items = List.copyOf(items);
    }
}
