package org.jamestandem.distribution.drain;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import java.time.Duration;

/**
 * One connection, seen from outside: who has sent last. A client that has sent last waits for an
 * answer, or is still sending; an answer may have several parts, so that the server's last word is
 * only believed after a while.
 */
final class Visit extends ChannelDuplexHandler {
    private static final long PAUSE = Duration.ofMillis(300).toNanos();
    private static final long FORGOTTEN = Duration.ofSeconds(10).toNanos();

    private volatile long lastRead;
    private volatile long lastWrite = System.nanoTime();
    private volatile boolean clientSentLast;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        lastRead = System.nanoTime();
        clientSentLast = true;
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise)
            throws Exception {
        lastWrite = System.nanoTime();
        clientSentLast = false;
        super.write(context, message, promise);
    }

    /** A command without an answer, such as one that is still typed, counts for ten seconds. */
    boolean isBusy() {
        long now = System.nanoTime();
        return clientSentLast ? now - lastRead < FORGOTTEN : now - lastWrite < PAUSE;
    }
}
