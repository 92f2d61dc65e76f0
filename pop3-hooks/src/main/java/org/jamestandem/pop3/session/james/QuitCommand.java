package org.jamestandem.pop3.session.james;

import com.google.inject.Inject;
import java.time.Duration;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.pop3.POP3Response;
import org.apache.james.protocols.pop3.POP3Session;
import org.jamestandem.pop3.maildrop.OpenMaildrop;
import org.jamestandem.pop3.maildrop.QuitOutcome;
import reactor.core.publisher.Mono;

/** QUIT (RFC 1939 §4 and §6): the only command that changes anything. */
final class QuitCommand extends Command {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Pop3Visits visits;
    private final SessionJournal journal;

    @Inject
    QuitCommand(MetricFactory metrics, Pop3Visits visits, SessionJournal journal) {
        super(metrics, "QUIT");
        this.visits = visits;
        this.journal = journal;
    }

    @Override
    Response reply(POP3Session session, Arguments arguments) {
        return maildrop(session)
                .map(maildrop -> later(update(session, maildrop)))
                .orElseGet(() -> last(POP3Response.OK_RESPONSE, "bye"));
    }

    private Mono<Response> update(POP3Session session, OpenMaildrop maildrop) {
        return Mono.defer(
                        () -> {
                            visits.end(maildrop);
                            return maildrop.update(PATIENCE);
                        })
                .onErrorReturn(QuitOutcome.REFUSED)
                .doOnNext(outcome -> journal.quit(session, maildrop, outcome))
                .map(QuitCommand::answer);
    }

    private static Response answer(QuitOutcome outcome) {
        return switch (outcome) {
            case DONE -> last(POP3Response.OK_RESPONSE, "bye");
            case INTENDED ->
                    last(POP3Response.OK_RESPONSE, "bye, the server goes on removing messages");
            case UNCERTAIN ->
                    last(POP3Response.ERR_RESPONSE, "some deleted messages are not removed yet");
            case REFUSED ->
                    last(
                            POP3Response.ERR_RESPONSE,
                            "[SYS/TEMP] deleted messages are not removed, try again later");
        };
    }

    private static Response last(String code, String text) {
        POP3Response response = new POP3Response(code, text);
        response.setEndSession(true);
        return response;
    }
}
