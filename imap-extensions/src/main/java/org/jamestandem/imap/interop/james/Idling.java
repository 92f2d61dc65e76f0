package org.jamestandem.imap.interop.james;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.james.events.Event;
import org.apache.james.events.EventListener.ReactiveEventListener;
import org.apache.james.imap.api.ImapSessionState;
import org.apache.james.imap.api.display.HumanReadableText;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapProcessor.Responder;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.imap.message.request.IdleRequest;
import org.apache.james.imap.message.response.ContinuationResponse;
import org.apache.james.imapserver.netty.Linearalizer;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** One IDLE command, from its continuation to its DONE. What it writes, it writes in turn. */
final class Idling implements ReactiveEventListener {
    private static final Logger LOGGER = LoggerFactory.getLogger(Idling.class);
    private static final String DONE = "DONE";

    private final IdleRequest request;
    private final ImapSession session;
    private final Responder responder;
    private final Announcer announcer;
    private final StatusResponseFactory responses;
    private final SelectedMailbox selected;
    private final Linearalizer turns = new Linearalizer();
    private volatile boolean over;

    Idling(
            IdleRequest request,
            ImapSession session,
            Responder responder,
            Announcer announcer,
            StatusResponseFactory responses) {
        this.request = request;
        this.session = session;
        this.responder = responder;
        this.announcer = announcer;
        this.responses = responses;
        this.selected = session.getSelected();
    }

    /** Completes when the client has been told to wait, and whatever was due already. */
    Mono<Void> begin() {
        Mono<Void> first =
                turns.execute(
                        Mono.defer(
                                () -> {
                                    responder.respond(
                                            new ContinuationResponse(HumanReadableText.IDLING));
                                    return announcements();
                                }));
        if (selected != null) {
            selected.registerIdle(this);
        }
        session.pushLineHandler((ignored, line) -> end(line));
        return first;
    }

    /** Keeps the connection from looking dead, at these intervals, as long as it idles. */
    void beat(Duration interval) {
        session.schedule(
                () -> {
                    if (!over && session.getState() != ImapSessionState.LOGOUT) {
                        write(Mono.defer(this::heartbeat));
                        beat(interval);
                    }
                },
                interval);
    }

    /** Looks at these intervals whether there is something to tell that no event tells of. */
    void look(Duration interval) {
        session.schedule(
                () -> {
                    if (!over && session.getState() != ImapSessionState.LOGOUT) {
                        write(Mono.defer(this::announcements));
                        look(interval);
                    }
                },
                interval);
    }

    @Override
    public Publisher<Void> reactiveEvent(Event event) {
        return Mono.defer(() -> turns.execute(Mono.defer(this::announcements)));
    }

    @Override
    public ExecutionMode getExecutionMode() {
        return ExecutionMode.ASYNCHRONOUS;
    }

    private void end(byte[] line) {
        String text = new String(line, StandardCharsets.US_ASCII).strip();
        if (selected != null) {
            selected.unregisterIdle();
        }
        session.popLineHandler();
        over = true;
        write(Mono.fromRunnable(() -> complete(text)));
    }

    private void complete(String line) {
        if (line.equalsIgnoreCase(DONE)) {
            responder.respond(
                    responses.taggedOk(
                            request.getTag(), request.getCommand(), HumanReadableText.COMPLETED));
        } else {
            responder.respond(
                    responses.taggedBad(
                            request.getTag(),
                            request.getCommand(),
                            HumanReadableText.ILLEGAL_ARGUMENTS));
        }
        responder.flush();
    }

    /** Also tells what a wake-up may have missed. */
    private Mono<Void> heartbeat() {
        responder.respond(responses.untaggedOk(HumanReadableText.HEARTBEAT));
        return announcements();
    }

    private Mono<Void> announcements() {
        if (over) {
            return Mono.empty();
        }
        return announcer
                .announce(session, responder, true, false)
                .then(Mono.fromRunnable(responder::flush));
    }

    /** For callers that James gives no way to hand a publisher back. */
    private void write(Mono<Void> output) {
        turns.execute(output)
                .subscribe(
                        nothing -> {}, e -> LOGGER.warn("An idling client could not be told", e));
    }
}
