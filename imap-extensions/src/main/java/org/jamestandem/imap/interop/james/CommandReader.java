package org.jamestandem.imap.interop.james;

import io.netty.buffer.ByteBuf;
import java.util.Optional;
import org.apache.james.imap.api.display.HumanReadableText;
import org.apache.james.imap.decode.DecodingException;
import org.apache.james.imap.decode.ImapRequestLineReader;
import org.apache.james.imap.message.BytesBackedLiteral;
import org.apache.james.imap.message.Literal;

/**
 * Reads one command from what has come of it. When that is not enough, it throws {@link
 * MoreNeeded}, and the command is read again from its start once there is more.
 */
final class CommandReader extends ImapRequestLineReader {
    /** Thrown through James' parsers, which take checked exceptions for mistakes of the client. */
    static final class MoreNeeded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final long message;

        private MoreNeeded(long message) {
            super(null, null, false, false);
            this.message = message;
        }

        /** Octets of the message that comes next, when it is a message that is missing. */
        Optional<Long> message() {
            return message < 0 ? Optional.empty() : Optional.of(message);
        }
    }

    private static final long NO_MESSAGE = -1;
    private static final HumanReadableText TOO_LONG =
            new HumanReadableText(
                    "org.jamestandem.imap.LITERAL_TOO_LONG", "failed. The literal is too long.");

    private final CommandOctets octets;
    private final WireLimits limits;
    private final boolean authenticated;
    private final Runnable continuation;
    private final int continuationsSent;
    private int literals;
    private int continuations;
    private boolean continuationDue;
    private final LineTail tail;

    /**
     * @param continuation sends a command continuation request
     * @param continuationsSent how many of them this command had already
     * @param tail learns what the lines end with
     */
    CommandReader(
            CommandOctets octets,
            WireLimits limits,
            boolean authenticated,
            Runnable continuation,
            int continuationsSent,
            LineTail tail) {
        this.octets = octets;
        this.limits = limits;
        this.authenticated = authenticated;
        this.continuation = continuation;
        this.continuationsSent = continuationsSent;
        this.tail = tail;
    }

    /** How many command continuation requests the command has had by now. */
    int continuationsSent() {
        return Math.max(continuations, continuationsSent);
    }

    @Override
    public char nextChar() {
        if (!nextSeen) {
            ByteBuf source = octets.source();
            if (!source.isReadable()) {
                throw new MoreNeeded(NO_MESSAGE);
            }
            nextChar = (char) (source.readByte() & 0xFF);
            nextSeen = true;
            tail.add(nextChar);
        }
        return nextChar;
    }

    /** Called before {@link #read}, which knows whether the literal is welcome. */
    @Override
    protected void commandContinuationRequest() {
        continuationDue = true;
    }

    @Override
    public Literal read(int size, boolean message) throws DecodingException {
        boolean synchronizing = continuationDue;
        continuationDue = false;
        nextSeen = false;
        nextChar = 0;
        literals++;
        if (size < 0 || size > longest(message) || literals > WireLimits.LITERALS) {
            throw new DecodingException(TOO_LONG, "literal of " + size + " octets");
        }
        if (synchronizing) {
            askForIt();
        }
        Literal literal = literal(size, message);
        tail.clear();
        if (message) {
            eol();
        }
        return literal;
    }

    private void askForIt() {
        continuations++;
        if (continuations > continuationsSent) {
            continuation.run();
        }
    }

    private Literal literal(int size, boolean message) {
        Optional<SpooledLiteral> spooled = octets.takeSpooled();
        if (spooled.isPresent()) {
            return spooled.get();
        }
        ByteBuf source = octets.source();
        if (source.readableBytes() < size) {
            throw new MoreNeeded(message ? size : NO_MESSAGE);
        }
        byte[] content = new byte[size];
        source.readBytes(content);
        return BytesBackedLiteral.of(content);
    }

    private long longest(boolean message) {
        if (!authenticated) {
            return WireLimits.BEFORE_LOGIN;
        }
        if (!message) {
            return WireLimits.ARGUMENT;
        }
        return limits.literal() > 0 ? limits.literal() : Long.MAX_VALUE;
    }
}
