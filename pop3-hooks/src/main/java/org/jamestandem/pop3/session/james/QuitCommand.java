package org.jamestandem.pop3.session.james;

import com.google.inject.Inject;
import java.time.Duration;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.pop3.POP3Response;
import org.apache.james.protocols.pop3.POP3Session;
import org.jamestandem.pop3.maildrop.OpenMaildrop;
import org.jamestandem.pop3.maildrop.QuitOutcome;

/** QUIT (RFC 1939 §4 and §6): the only command that changes anything. */
final class QuitCommand extends Command {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Pop3Visits visits;

    @Inject
    QuitCommand(MetricFactory metrics, Pop3Visits visits) {
        super(metrics, "QUIT");
        this.visits = visits;
    }

    @Override
    Response reply(POP3Session session, Arguments arguments) {
        POP3Response response = maildrop(session).map(this::update).orElseGet(() -> ok("bye"));
        response.setEndSession(true);
        return response;
    }

    private POP3Response update(OpenMaildrop maildrop) {
        visits.end(maildrop);
        QuitOutcome outcome = Waiting.on(maildrop.update(PATIENCE)).orElse(QuitOutcome.DONE);
        return switch (outcome) {
            case DONE -> ok("bye");
            case INTENDED -> ok("bye, the server goes on removing messages");
            case UNCERTAIN -> error("some deleted messages are not removed yet");
            case REFUSED -> error("[SYS/TEMP] deleted messages are not removed, try again later");
        };
    }

    private static POP3Response ok(String text) {
        return new POP3Response(POP3Response.OK_RESPONSE, text);
    }

    private static POP3Response error(String text) {
        return new POP3Response(POP3Response.ERR_RESPONSE, text);
    }
}
