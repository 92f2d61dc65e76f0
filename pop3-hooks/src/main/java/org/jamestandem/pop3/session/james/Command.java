package org.jamestandem.pop3.session.james;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.protocols.api.Request;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.api.handler.CommandHandler;
import org.apache.james.protocols.pop3.POP3Session;
import org.apache.james.util.ReactorUtils;
import org.jamestandem.pop3.maildrop.OpenMaildrop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** One command: times it, and turns every failure into an answer. */
abstract class Command implements CommandHandler<POP3Session> {
    private static final Logger LOGGER = LoggerFactory.getLogger(Command.class);
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final MetricFactory metrics;
    private final String verb;
    private final String metric;

    Command(MetricFactory metrics, String verb) {
        this.metrics = metrics;
        this.verb = verb;
        this.metric = "pop3-" + verb.toLowerCase(Locale.ROOT);
    }

    /**
     * @return the answer, or {@link #later} when storage has to be asked
     * @throws Refusal with the answer, when it is not +OK
     */
    abstract Response reply(POP3Session session, Arguments arguments) throws Refusal;

    @Override
    public final Response onCommand(POP3Session session, Request request) {
        return safely(session, () -> reply(session, new Arguments(request.getArgument())));
    }

    @Override
    public final Collection<String> getImplCommands() {
        return List.of(verb);
    }

    static Optional<OpenMaildrop> maildrop(POP3Session session) {
        return Conversation.on(session).maildrop();
    }

    /**
     * An answer that some work has to give first. The work does not run on this thread, and fails
     * when it takes too long.
     */
    static Response later(Mono<Response> work) {
        return new LaterResponse(
                work.timeout(LONGEST).subscribeOn(ReactorUtils.BLOCKING_CALL_WRAPPER));
    }

    /** Runs a step of this command. */
    final Response safely(POP3Session session, Callable<Response> step) {
        Response response =
                metrics.decorateSupplierWithTimerMetric(metric, () -> now(session, step));
        return response instanceof LaterResponse later
                ? new LaterResponse(
                        Mono.from(
                                        metrics.decoratePublisherWithTimerMetric(
                                                metric + "-storage", later.answer()))
                                .onErrorResume(error -> Mono.just(failure(session, error)))
                                .defaultIfEmpty(Replies.ok("")))
                : response;
    }

    private Response now(POP3Session session, Callable<Response> step) {
        try {
            return step.call();
        } catch (Exception e) {
            return failure(session, e);
        }
    }

    private Response failure(POP3Session session, Throwable error) {
        if (error instanceof Refusal refusal) {
            return refusal.response();
        }
        LOGGER.error("{} of {} failed", verb, session.getUsername(), error);
        return Replies.temporaryFailure(verb + " failed, try again later");
    }
}
