package org.jamestandem.pop3.session.james;

import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.pop3.POP3Response;
import org.jamestandem.pop3.maildrop.Lease;

/** Answers of one line; those in brackets are response codes (RFC 2449 §8, RFC 3206). */
final class Replies {
    private static final String TEMPORARY = "[SYS/TEMP] ";
    private static final String CREDENTIALS = "[AUTH] ";

    private Replies() {}

    static Response ok(String text) {
        return new POP3Response(POP3Response.OK_RESPONSE, text);
    }

    static Response error(String text) {
        return new POP3Response(POP3Response.ERR_RESPONSE, text);
    }

    /** The client may come back later (RFC 2449 §8.1). */
    static Response busy(Lease.Purpose purpose) {
        return switch (purpose) {
            case SESSION -> error("[IN-USE] another session has this maildrop open");
            case DELAY -> error("[LOGIN-DELAY] it is too soon after the last login");
        };
    }

    /** What the client has to answer in a SASL exchange (RFC 5034 §4). */
    static Response challenge(String encoded) {
        return new POP3Response("+", encoded);
    }

    /** The server cannot do it now; the client may try again later. */
    static Response temporaryFailure(String text) {
        return error(TEMPORARY + text);
    }

    /** The fault lies with the user's credentials, and asking again is no use. */
    static Response wrongCredentials(String text) {
        return error(CREDENTIALS + text);
    }
}
