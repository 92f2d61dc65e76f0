package org.jamestandem.distribution.drain;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What every listener of this server accepts, so that nobody new is let in and the rest is seen.
 */
@Singleton
public final class Doors {
    private final ChannelGroup listening = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final Set<Visit> visits = ConcurrentHashMap.newKeySet();

    @Inject
    public Doors() {}

    /** From now on knows what comes of this listener. Call it before the listener is bound. */
    public void watch(ServerBootstrap listener) {
        listener.handler(new Door());
    }

    /** Lets nobody in any more; who is in stays. */
    public void close() {
        listening.close().awaitUninterruptibly();
    }

    /** Whether no client waits for an answer. */
    public boolean isQuiet() {
        return visits.stream().noneMatch(Visit::isBusy);
    }

    private final class Door extends ChannelInboundHandlerAdapter {
        @Override
        public void channelActive(ChannelHandlerContext context) {
            listening.add(context.channel());
            context.fireChannelActive();
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object accepted) {
            if (accepted instanceof Channel connection) {
                Visit visit = new Visit();
                visits.add(visit);
                connection.closeFuture().addListener(closed -> visits.remove(visit));
                connection.pipeline().addFirst("visit", visit);
            }
            context.fireChannelRead(accepted);
        }

        @Override
        public boolean isSharable() {
            return true;
        }
    }
}
