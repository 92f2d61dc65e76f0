package org.jamestandem.imap.acl.james;

import org.apache.james.imap.api.message.request.ImapRequest;
import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.jamestandem.imap.acl.Right;

/**
 * A tagged NO with a response code of RFC 3501 or RFC 5530, which James' own responses do not have.
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
        /** The mailbox does not exist, and may be created. */
        TRYCREATE,
        /** What is asked for can never be done. */
        CANNOT,
        /** The mailbox was opened with EXAMINE. */
        READ_ONLY;

        @Override
        public String toString() {
            return name().replace('_', '-');
        }
    }

    static Refusal tryCreate(ImapRequest request) {
        return new Refusal(request, Code.TRYCREATE, "Mailbox not found.");
    }

    static Refusal cannot(ImapRequest request, String text) {
        return new Refusal(request, Code.CANNOT, text);
    }

    boolean isNotFound() {
        return code == Code.NONEXISTENT;
    }

    static Refusal readOnly(ImapRequest request) {
        return new Refusal(request, Code.READ_ONLY, "The mailbox is open read-only.");
    }

    static Refusal missing(ImapRequest request, Right right) {
        String text = "You need the " + right.letter() + " right on this mailbox.";
        return new Refusal(request, Code.NOPERM, text);
    }

    static Refusal notFound(ImapRequest request) {
        return new Refusal(request, Code.NONEXISTENT, "Mailbox not found.");
    }
}
