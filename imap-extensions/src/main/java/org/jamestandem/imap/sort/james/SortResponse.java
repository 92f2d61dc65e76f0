package org.jamestandem.imap.sort.james;

import java.util.List;
import java.util.Optional;
import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.mailbox.ModSeq;

/**
 * The untagged SORT response.
 *
 * @param numbers sequence numbers or unique identifiers, in order
 * @param highestModSeq of the messages named; sent when asked for (RFC 7162 §3.1.9)
 */
record SortResponse(List<Long> numbers, Optional<ModSeq> highestModSeq)
        implements ImapResponseMessage {
    SortResponse {
        numbers = List.copyOf(numbers);
    }
}
