package org.jamestandem.pop3.session.james;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.apache.james.protocols.api.BaseRequest;
import org.apache.james.protocols.api.Request;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.api.handler.CommandDispatcher;
import org.apache.james.protocols.pop3.POP3Session;
import org.apache.james.util.ReactorUtils;
import reactor.core.Disposable;

/**
 * Finds the command for a line, as James' own dispatcher does, and lets commands take their time:
 * no thread waits for an answer, and none is computed before the client has read the one before it.
 */
public final class SequentialDispatcher extends CommandDispatcher<POP3Session> {
    @Override
    public Response onLine(POP3Session session, byte[] line) {
        Conversation conversation = Conversation.on(session);
        return conversation.begin(line)
                ? begun(session, conversation, answer(session, conversation, line))
                : NothingYet.INSTANCE;
    }

    /** Passwords may hold UTF-8; stock James makes question marks of it. */
    @Override
    protected Request parseRequest(POP3Session session, byte[] line) {
        String text = text(line).strip();
        int space = text.indexOf(' ');
        return space < 0
                ? new BaseRequest(text.toUpperCase(Locale.ROOT), null)
                : new BaseRequest(
                        text.substring(0, space).toUpperCase(Locale.ROOT),
                        text.substring(space + 1));
    }

    private Response answer(POP3Session session, Conversation conversation, byte[] line) {
        return conversation
                .takeExpected()
                .map(expected -> expected.apply(text(line).strip()))
                .orElseGet(() -> super.onLine(session, line));
    }

    /** Either the answer, for James to write, or nothing when it is written later. */
    private Response begun(POP3Session session, Conversation conversation, Response response) {
        if (response instanceof LaterResponse later) {
            follow(session, conversation, later);
            return NothingYet.INSTANCE;
        }
        if (response instanceof StreamedResponse streamed) {
            streamed.whenOver(() -> goOn(session, conversation));
        } else {
            goOn(session, conversation);
        }
        return response;
    }

    private void follow(POP3Session session, Conversation conversation, LaterResponse later) {
        Disposable unused =
                later.answer().subscribe(response -> carryOn(session, conversation, response));
    }

    /**
     * Writes an answer, and answers what waits. This is not the connection's own thread, and what
     * is written here is on its way when this returns: so the last answer says when it has been
     * written, and only then that thread may answer again.
     */
    private void carryOn(POP3Session session, Conversation conversation, Response first) {
        Response response = first;
        while (!(response instanceof LaterResponse)) {
            if (response instanceof StreamedResponse streamed) {
                streamed.whenOver(() -> goOn(session, conversation));
                conversation.write(streamed);
                return;
            }
            Optional<byte[]> line = ended(response) ? Optional.empty() : conversation.poll();
            if (line.isEmpty()) {
                conversation.write(lastFor(session, conversation, response));
                return;
            }
            conversation.write(response);
            response = answer(session, conversation, line.get());
        }
        follow(session, conversation, (LaterResponse) response);
    }

    private Response lastFor(POP3Session session, Conversation conversation, Response response) {
        return ended(response)
                ? response
                : new WrittenResponse(response, () -> goOn(session, conversation));
    }

    /** On the connection's own thread, which goes on to read and write for others. */
    private void goOn(POP3Session session, Conversation conversation) {
        if (!conversation.restsNow()) {
            Disposable unused =
                    ReactorUtils.BLOCKING_CALL_WRAPPER.schedule(
                            () ->
                                    conversation
                                            .poll()
                                            .map(line -> answer(session, conversation, line))
                                            .ifPresent(
                                                    response ->
                                                            carryOn(
                                                                    session,
                                                                    conversation,
                                                                    response)));
        }
    }

    private static boolean ended(Response response) {
        return response != null && response.isEndSession();
    }

    private static String text(byte[] line) {
        return new String(line, StandardCharsets.UTF_8);
    }
}
