package org.jamestandem.imap.search.james;

import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.message.request.AbstractImapRequest;
import org.jamestandem.imap.search.SearchTooLarge;

/**
 * The tagged NO to a search that cannot be answered now (RFC 5530 §3).
 *
 * @param request refused
 * @param code {@code INUSE} while messages wait to be indexed, {@code UNAVAILABLE} without an index
 * @param text for people
 */
public record Unanswered(AbstractImapRequest request, String code, String text)
        implements ImapResponseMessage {
    /** The answer to a search that would read too much. */
    public static Unanswered of(AbstractImapRequest request, SearchTooLarge error) {
        return error.indexAvailable()
                ? new Unanswered(
                        request,
                        "INUSE",
                        "Too many messages are not indexed yet; narrow the search or try later.")
                : new Unanswered(
                        request,
                        "UNAVAILABLE",
                        "The search index is down; narrow the search or try later.");
    }
}
