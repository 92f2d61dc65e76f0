package org.jamestandem.imap.search.james;

import java.util.List;
import java.util.Optional;
import org.apache.james.imap.api.message.response.ImapResponseMessage;

/**
 * The untagged SEARCH response.
 *
 * @param numbers sequence numbers or unique identifiers
 * @param highestModSeq of the messages named; sent when asked for (RFC 7162 §3.1.5)
 */
record FoundResponse(List<Long> numbers, Optional<Long> highestModSeq)
        implements ImapResponseMessage {
    FoundResponse {
        numbers = List.copyOf(numbers);
    }
}
