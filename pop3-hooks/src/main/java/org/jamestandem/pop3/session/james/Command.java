package org.jamestandem.pop3.session.james;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.protocols.api.ProtocolSession.AttachmentKey;
import org.apache.james.protocols.api.ProtocolSession.State;
import org.apache.james.protocols.api.Request;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.api.handler.CommandHandler;
import org.apache.james.protocols.pop3.POP3Session;
import org.jamestandem.pop3.maildrop.OpenMaildrop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One command: times it, and turns every failure into an answer. */
abstract class Command implements CommandHandler<POP3Session> {
    static final AttachmentKey<OpenMaildrop> MAILDROP =
            AttachmentKey.of("tandem.maildrop", OpenMaildrop.class);

    private static final Logger LOGGER = LoggerFactory.getLogger(Command.class);

    private final MetricFactory metrics;
    private final String verb;

    Command(MetricFactory metrics, String verb) {
        this.metrics = metrics;
        this.verb = verb;
    }

    /**
     * @throws Refusal with the answer, when it is not +OK
     */
    abstract Response reply(POP3Session session, Arguments arguments) throws Refusal;

    @Override
    public final Response onCommand(POP3Session session, Request request) {
        return metrics.decorateSupplierWithTimerMetric(
                "pop3-" + verb.toLowerCase(Locale.ROOT),
                () -> safeReply(session, new Arguments(request.getArgument())));
    }

    @Override
    public final Collection<String> getImplCommands() {
        return List.of(verb);
    }

    static Optional<OpenMaildrop> maildrop(POP3Session session) {
        return session.getAttachment(MAILDROP, State.Transaction);
    }

    private Response safeReply(POP3Session session, Arguments arguments) {
        try {
            return reply(session, arguments);
        } catch (Refusal refusal) {
            return refusal.response();
        } catch (RuntimeException e) {
            LOGGER.error("{} of {} failed", verb, session.getUsername(), e);
            return Replies.temporaryFailure(verb + " failed, try again later");
        }
    }
}
