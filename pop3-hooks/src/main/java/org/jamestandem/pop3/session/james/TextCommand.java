package org.jamestandem.pop3.session.james;

import java.io.InputStream;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.pop3.POP3Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** RETR and TOP: an answer with text of a message. */
abstract class TextCommand extends TransactionCommand {
    private static final Logger LOGGER = LoggerFactory.getLogger(TextCommand.class);

    TextCommand(MetricFactory metrics, String verb) {
        super(metrics, verb);
    }

    private static InputStream counted(POP3Session session, InputStream wire) {
        return SessionJournal.live(session)
                .<InputStream>map(live -> new CountedText(wire, live::countOctets))
                .orElse(wire);
    }

    /** The text; a refusal when the message was removed since login. */
    static Mono<InputStream> found(int number, Mono<InputStream> text) {
        return text.switchIfEmpty(
                Mono.error(() -> Refusal.because("message " + number + " was removed meanwhile")));
    }

    /**
     * @param onFailure runs when the text cannot be read to its end; the connection is ended then,
     *     since the client could not tell a part from the whole
     */
    static Response sent(
            POP3Session session, String headline, InputStream text, Runnable onFailure) {
        InputStream wire =
                new WatchedText(
                        counted(session, new WireText(text)),
                        error -> {
                            LOGGER.error("Broke off a message to {}", session.getUsername(), error);
                            onFailure.run();
                            Connections.end(session);
                        });
        return new StreamedResponse(headline, wire);
    }
}
