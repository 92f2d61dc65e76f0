package org.jamestandem.pop3.session.james;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Function;
import org.apache.james.protocols.api.ProtocolSession.AttachmentKey;
import org.apache.james.protocols.api.ProtocolSession.State;
import org.apache.james.protocols.api.ProtocolSessionImpl;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.pop3.POP3Session;
import org.jamestandem.pop3.maildrop.OpenMaildrop;
import org.jamestandem.pop3.text.TextForm;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection from greeting to end. Its lines are answered one after the other, whatever thread
 * an answer comes from; lines that come meanwhile wait. When many wait, nothing more is read from
 * the client.
 */
final class Conversation {
    private static final AttachmentKey<Conversation> KEY =
            AttachmentKey.of("tandem.conversation", Conversation.class);
    private static final Logger LOGGER = LoggerFactory.getLogger(Conversation.class);
    private static final int MANY = 64;

    private final POP3Session session;
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private boolean busy;
    private boolean ended;
    private boolean held;
    private boolean resumed;
    private boolean utf8;
    private int failedLogins;
    private OpenMaildrop maildrop;
    private Function<String, Response> continuation;

    private Conversation(POP3Session session) {
        this.session = session;
    }

    /** The conversation on that connection. Its first line comes on the connection's own thread. */
    static Conversation on(POP3Session session) {
        return session.getAttachment(KEY, State.Connection)
                .orElseGet(
                        () -> {
                            Conversation conversation = new Conversation(session);
                            session.setAttachment(KEY, conversation, State.Connection);
                            return conversation;
                        });
    }

    /** Whether the line can be answered now; else it waits. */
    synchronized boolean begin(byte[] line) {
        if (ended) {
            return false;
        }
        if (busy) {
            waiting.add(line);
            hold(waiting.size() >= MANY);
            return false;
        }
        resumed = false;
        busy = true;
        return true;
    }

    /** The next line that waits. */
    synchronized Optional<byte[]> poll() {
        Optional<byte[]> line = Optional.ofNullable(waiting.poll());
        resumed = line.isPresent();
        hold(waiting.size() >= MANY);
        return line;
    }

    /** Whether nothing waits; then later lines can be answered as they come. */
    synchronized boolean restsNow() {
        busy = !waiting.isEmpty();
        return !busy;
    }

    /** Whether the line that is being answered had to wait, so that another thread answers it. */
    synchronized boolean hadToWait() {
        return resumed;
    }

    /**
     * Gives the conversation an open maildrop.
     *
     * @return false when the connection has ended meanwhile
     */
    synchronized boolean enter(OpenMaildrop opened) {
        if (!ended) {
            maildrop = opened;
        }
        return !ended;
    }

    synchronized Optional<OpenMaildrop> maildrop() {
        return Optional.ofNullable(maildrop);
    }

    /** Ends it; the maildrop that it had, if any, is to be released. */
    synchronized Optional<OpenMaildrop> end() {
        ended = true;
        waiting.clear();
        return Optional.ofNullable(maildrop);
    }

    /** What is to be done with the next line, which is no command (RFC 5034 §4). */
    synchronized void expect(Function<String, Response> answer) {
        continuation = answer;
    }

    /** Takes back what {@link #expect} said. */
    synchronized Optional<Function<String, Response>> takeExpected() {
        Optional<Function<String, Response>> expected = Optional.ofNullable(continuation);
        continuation = null;
        return expected;
    }

    /** How many logins have failed on this connection, this one included. */
    synchronized int countFailedLogin() {
        return ++failedLogins;
    }

    synchronized void enterUtf8() {
        utf8 = true;
    }

    /** Whether the client has asked for UTF-8 (RFC 6856 §2.1). */
    synchronized boolean isUtf8() {
        return utf8;
    }

    /** How the client takes headers. */
    TextForm form() {
        return isUtf8() ? TextForm.UTF8 : TextForm.ASCII;
    }

    /** Writes an answer, unless the connection has ended. */
    void write(Response response) {
        if (isOver() || !(session instanceof ProtocolSessionImpl known)) {
            close(response);
            return;
        }
        try {
            known.getProtocolTransport().writeResponse(response, session);
        } catch (RuntimeException e) {
            LOGGER.debug("The connection ended while it was written to", e);
            close(response);
        }
    }

    private synchronized boolean isOver() {
        return ended;
    }

    private static void close(Response response) {
        if (response instanceof StreamedResponse streamed) {
            try {
                streamed.getStream().close();
            } catch (IOException e) {
                LOGGER.debug("Could not close what was not sent", e);
            }
        }
    }

    private void hold(boolean now) {
        if (now != held && session instanceof ProtocolSessionImpl known) {
            held = now;
            known.getProtocolTransport().setReadable(!now);
        }
    }
}
