package org.jamestandem.imap.acl.james;

import org.apache.james.imap.api.message.request.ImapRequest;
import org.apache.james.imap.api.message.response.ImapResponseMessage;

/**
 * A tagged NO with a response code of RFC 5530, which James' own responses do not have.
 *
 * @param text for the user; no line end in it
 */
record Refusal(ImapRequest request, Code code, String text) implements ImapResponseMessage {
    /** Why not. */
    enum Code {
        /** The mailbox does not exist, or may not be known to exist. */
        NONEXISTENT,
        /** A right is missing. */
        NOPERM,
        /** What is asked for can never be done. */
        CANNOT
    }

    static Refusal notFound(ImapRequest request) {
        return new Refusal(request, Code.NONEXISTENT, "Mailbox not found.");
    }
}
