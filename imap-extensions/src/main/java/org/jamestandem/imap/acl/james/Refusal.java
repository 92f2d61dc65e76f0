package org.jamestandem.imap.acl.james;

import org.apache.james.imap.api.message.request.ImapRequest;
import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.jamestandem.imap.acl.Right;

/**
 * A tagged NO with a response code of RFC 3501 or RFC 5530, which James' own responses do not have.
 *
 * @param code without brackets
 * @param text for the user; no line end in it
 */
public record Refusal(ImapRequest request, String code, String text)
        implements ImapResponseMessage {
    /** The mailbox does not exist, or may not be known to exist. */
    private static final String NONEXISTENT = "NONEXISTENT";

    static Refusal tryCreate(ImapRequest request) {
        return new Refusal(request, "TRYCREATE", "Mailbox not found.");
    }

    /** What is asked for can never be done. */
    public static Refusal cannot(ImapRequest request, String text) {
        return new Refusal(request, "CANNOT", text);
    }

    boolean isNotFound() {
        return code.equals(NONEXISTENT);
    }

    /** The mailbox was opened with EXAMINE. */
    static Refusal readOnly(ImapRequest request) {
        return new Refusal(request, "READ-ONLY", "The mailbox is open read-only.");
    }

    static Refusal missing(ImapRequest request, Right right) {
        String text = "You need the " + right.letter() + " right on this mailbox.";
        return new Refusal(request, "NOPERM", text);
    }

    static Refusal notFound(ImapRequest request) {
        return new Refusal(request, NONEXISTENT, "Mailbox not found.");
    }
}
