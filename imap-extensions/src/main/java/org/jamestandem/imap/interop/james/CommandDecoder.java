package org.jamestandem.imap.interop.james;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.TooLongFrameException;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.api.ImapSessionState;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.decode.ImapDecoder;
import org.apache.james.imap.message.request.CompressRequest;
import org.apache.james.imap.message.request.StartTLSRequest;
import org.apache.james.imapserver.netty.Linearalizer;
import org.apache.james.imapserver.netty.NettyConstants;
import org.apache.james.protocols.netty.CommandInjectionDetectedException;
import org.apache.james.protocols.netty.LineHandlerAware;
import org.jamestandem.imap.interop.james.CommandReader.MoreNeeded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Turns what a client sends into commands, one at a time: the next is read when the one before is
 * done. Replaces James' decoder and the splitter of lines in front of it; docs/adr/0022 says why.
 *
 * <p>Everything runs on the connection's event loop, but for the files of long literals.
 */
final class CommandDecoder extends ByteToMessageDecoder implements LineHandlerAware {
    private static final Logger LOGGER = LoggerFactory.getLogger(CommandDecoder.class);
    private static final byte[] CONTINUATION = "+ Ok\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int PAUSE_READING_AT = 256 * 1024;

    private final ImapDecoder decoder;
    private final WireLimits limits;
    private final Deque<ChannelInboundHandlerAdapter> lineHandlers = new ConcurrentLinkedDeque<>();
    private final CommandOctets octets = new CommandOctets();
    private final LineTail tail = new LineTail();
    private final OwnThreads commands = new OwnThreads();

    /** A command is being answered, or its literal written to a file. */
    private boolean busy;

    /** The rest of a command is being skipped that has been refused. */
    private boolean skipping;

    private long octetsToSkip;
    private long octetsNeeded;
    private int continuationsSent;
    private SpooledLiteral spooling;
    private boolean startingTls;

    CommandDecoder(ImapDecoder decoder, WireLimits limits) {
        this.decoder = decoder;
        this.limits = limits;
    }

    /** Nothing is read before the command is answered that James has read itself. */
    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        Linearalizer before =
                context.channel()
                        .attr(NettyConstants.LINEARALIZER_ATTRIBUTE_KEY)
                        .getAndSet(commands);
        if (before != null) {
            busy = true;
            before.execute(Mono.fromRunnable(() -> resume(context))).subscribe();
        }
    }

    @Override
    public void pushLineHandler(ChannelInboundHandlerAdapter handler) {
        lineHandlers.addFirst(handler);
    }

    @Override
    public void popLineHandler() {
        lineHandlers.pollFirst();
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out)
            throws Exception {
        if (busy) {
            holdBack(context, in);
        } else if (spooling != null) {
            spool(context, in);
        } else if (skipping) {
            skip(in);
        } else if (in.readableBytes() >= octetsNeeded) {
            readLineOrCommand(context, in);
        }
    }

    private void readLineOrCommand(ChannelHandlerContext context, ByteBuf in) throws Exception {
        int lineEnd = in.indexOf(in.readerIndex(), in.writerIndex(), (byte) '\n');
        int line = (lineEnd < 0 ? in.writerIndex() : lineEnd + 1) - in.readerIndex();
        if (line > limits.line()) {
            refuse(context, in, "line of " + line + " octets");
        } else if (lineEnd >= 0 && lineHandlers.isEmpty()) {
            readCommand(context, in);
        } else if (lineEnd >= 0) {
            lineHandlers.peekFirst().channelRead(context, in.readSlice(line));
        }
    }

    private void readCommand(ChannelHandlerContext context, ByteBuf in) {
        ImapSession session =
                context.channel().attr(NettyConstants.IMAP_SESSION_ATTRIBUTE_KEY).get();
        if (session == null || session.getState() == ImapSessionState.LOGOUT) {
            in.skipBytes(in.readableBytes());
            context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
            return;
        }
        if (isInjection(session, in)) {
            in.skipBytes(in.readableBytes());
            context.fireExceptionCaught(new CommandInjectionDetectedException());
            return;
        }
        int start = in.readerIndex();
        octets.restart(in);
        tail.clear();
        CommandReader reader = reader(context, session);
        try {
            answer(context, decoder.decode(reader, session));
        } catch (MoreNeeded e) {
            continuationsSent = reader.continuationsSent();
            int read = in.readerIndex() - start;
            in.readerIndex(start);
            wait(context, in, read, e.message().orElse(0L));
        }
    }

    private CommandReader reader(ChannelHandlerContext context, ImapSession session) {
        return new CommandReader(
                octets,
                limits,
                session.getState() != ImapSessionState.NON_AUTHENTICATED,
                () -> requestContinuation(context),
                continuationsSent,
                tail);
    }

    private static void requestContinuation(ChannelHandlerContext context) {
        context.writeAndFlush(Unpooled.wrappedBuffer(CONTINUATION))
                .addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
    }

    /** The rest of the line is no command, nor is the literal that the line may announce. */
    private void answer(ChannelHandlerContext context, ImapMessage message) {
        forgetCommand(message instanceof AutoCloseable);
        skipping = !tail.ended() || tail.announcesLiteral();
        octetsToSkip = tail.announced();
        busy = true;
        commands.expect(
                message instanceof StartTLSRequest || message instanceof CompressRequest,
                () -> resume(context));
        context.fireChannelRead(message);
        if (commands.isRefused(
                context.channel().attr(NettyConstants.REQUEST_IN_FLIGHT_ATTRIBUTE_KEY))) {
            resume(context);
        }
    }

    private void wait(ChannelHandlerContext context, ByteBuf in, int read, long message) {
        if (message > limits.inMemory() && !octets.hasSpooled()) {
            byte[] before = new byte[read];
            in.readBytes(before);
            spooling = SpooledLiteral.create(message);
            octets.spool(before, spooling);
        } else if (message == 0 && in.readableBytes() > limits.command()) {
            refuse(context, in, "command of " + in.readableBytes() + " octets");
        } else {
            octetsNeeded = Math.max(in.readableBytes() + 1L, read + message);
        }
    }

    /** Skips at once: Netty calls again for what is left only after something was read. */
    private void refuse(ChannelHandlerContext context, ByteBuf in, String what) {
        forgetCommand(false);
        tail.clear();
        skipping = true;
        skip(in);
        context.fireExceptionCaught(new TooLongFrameException(what));
    }

    private void forgetCommand(boolean literalHandedOver) {
        octets.clear(literalHandedOver);
        continuationsSent = 0;
        octetsNeeded = 0;
    }

    private void spool(ChannelHandlerContext context, ByteBuf in) {
        byte[] chunk = new byte[(int) Math.min(in.readableBytes(), spooling.missing())];
        in.readBytes(chunk);
        SpooledLiteral literal = spooling;
        busy = true;
        Mono.fromRunnable(() -> literal.append(chunk))
                .subscribeOn(Schedulers.boundedElastic())
                .subscribe(
                        nothing -> {},
                        e -> giveUp(context, e),
                        () -> {
                            if (literal.missing() == 0) {
                                spooling = null;
                            }
                            resume(context);
                        });
    }

    /** The file is gone when the client is. */
    private static void giveUp(ChannelHandlerContext context, Throwable cause) {
        if (!context.isRemoved()) {
            context.fireExceptionCaught(cause);
        }
    }

    private void skip(ByteBuf in) {
        if (octetsToSkip > 0) {
            int skipped = (int) Math.min(octetsToSkip, in.readableBytes());
            in.skipBytes(skipped);
            octetsToSkip -= skipped;
            tail.clear();
            return;
        }
        if (tail.announcesLiteral()) {
            tail.clear();
        }
        while (in.isReadable() && !tail.ended()) {
            tail.add((char) (in.readByte() & 0xFF));
        }
        if (tail.ended()) {
            skipping = tail.announcesLiteral();
            octetsToSkip = tail.announced();
        }
    }

    /** What comes with or after STARTTLS and before TLS may be another's (RFC 3501 §6.2.1). */
    private boolean isInjection(ImapSession session, ByteBuf in) {
        if (!session.needsCommandInjectionDetection() || session.isTLSActive()) {
            return false;
        }
        boolean plainAfterStart = startingTls;
        int lineEnd = in.indexOf(in.readerIndex(), in.writerIndex(), (byte) '\n');
        String line =
                in.toString(
                        in.readerIndex(), lineEnd - in.readerIndex(), StandardCharsets.US_ASCII);
        startingTls =
                session.supportStartTLS()
                        && line.strip().toUpperCase(Locale.ROOT).endsWith(" STARTTLS");
        boolean followed = startingTls && lineEnd + 1 < in.writerIndex();
        return plainAfterStart || followed;
    }

    /** Lets the client wait when it sends much more than is being read. */
    private static void holdBack(ChannelHandlerContext context, ByteBuf in) {
        if (in.readableBytes() > PAUSE_READING_AT) {
            context.channel().config().setAutoRead(false);
        }
    }

    private void resume(ChannelHandlerContext context) {
        context.executor()
                .execute(
                        () -> {
                            busy = false;
                            context.channel().config().setAutoRead(true);
                            continueWithTheRest(context);
                        });
    }

    private void continueWithTheRest(ChannelHandlerContext context) {
        if (context.isRemoved()) {
            return;
        }
        try {
            channelRead(context, Unpooled.EMPTY_BUFFER);
        } catch (Exception e) {
            LOGGER.debug("The rest of what a client sent cannot be read", e);
            context.fireExceptionCaught(e);
        }
    }

    @Override
    protected void handlerRemoved0(ChannelHandlerContext context) {
        octets.clear(false);
    }
}
