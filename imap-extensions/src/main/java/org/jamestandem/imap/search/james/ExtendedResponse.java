package org.jamestandem.imap.search.james;

import java.util.List;
import java.util.Optional;
import org.apache.james.imap.api.message.response.ImapResponseMessage;

/**
 * The untagged ESEARCH response (RFC 4731 §3.1).
 *
 * @param tag of the command answered
 * @param mailbox that was searched, where several may have been
 * @param uids whether numbers are unique identifiers
 * @param items name and value of each, in their order
 */
public record ExtendedResponse(String tag, Optional<Place> mailbox, boolean uids, List<Item> items)
        implements ImapResponseMessage {
    /**
     * A mailbox that is not understood to be the selected one (RFC 7377 §2.1).
     *
     * @param name as the client knows it
     * @param uidValidity of the mailbox
     */
    public record Place(String name, long uidValidity) {}

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
