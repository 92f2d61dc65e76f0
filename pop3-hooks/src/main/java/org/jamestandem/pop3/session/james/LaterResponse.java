package org.jamestandem.pop3.session.james;

import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.pop3.POP3Response;
import reactor.core.publisher.Mono;

/**
 * Stands for an answer that is not there yet. Only {@link SequentialDispatcher} can wait for it.
 */
final class LaterResponse extends POP3Response {
    private final Mono<Response> answer;

    LaterResponse(Mono<Response> answer) {
        super(OK_RESPONSE, "later");
        this.answer = answer;
    }

    /** The answer; whatever goes wrong has become one. */
    Mono<Response> answer() {
        return answer;
    }
}
