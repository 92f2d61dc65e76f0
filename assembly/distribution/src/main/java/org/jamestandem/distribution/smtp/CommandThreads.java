package org.jamestandem.distribution.smtp;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.util.concurrent.EventExecutorGroup;
import org.apache.james.protocols.netty.HandlerConstants;

/** Moves what carries out commands from the threads that read to those that may wait. */
final class CommandThreads {
    private CommandThreads() {}

    /** Stands where {@link #use} will put the handler of commands. */
    static ChannelInboundHandlerAdapter placeholder() {
        return new ChannelInboundHandlerAdapter();
    }

    /**
     * @param threads those of the handler that makes lines, so that a connection keeps one thread
     */
    static void use(ChannelPipeline pipeline, EventExecutorGroup threads, ChannelHandler commands) {
        pipeline.remove(HandlerConstants.CORE_HANDLER);
        pipeline.addLast(threads, HandlerConstants.CORE_HANDLER, commands);
    }
}
