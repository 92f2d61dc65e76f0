package org.jamestandem.pop3.session.james;

import org.apache.james.protocols.api.Response;

/** Ends a command with an answer that is not +OK. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Response response;

    Refusal(Response response) {
        super("refused", null, false, false);
        this.response = response;
    }

    static Refusal because(String text) {
        return new Refusal(Replies.error(text));
    }

    Response response() {
        return response;
    }
}
