package org.jamestandem.distribution.smtp;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.SocketChannel;
import org.apache.james.lmtpserver.netty.LMTPMetricsImpl;
import org.apache.james.lmtpserver.netty.LMTPServer;
import org.apache.james.protocols.netty.AbstractChannelPipelineFactory;
import org.apache.james.protocols.netty.AbstractSSLAwareChannelPipelineFactory;
import org.jamestandem.distribution.drain.Doors;

/**
 * James' LMTP listener with its commands on threads of their own, as {@link UnblockedSmtpServer}.
 */
final class UnblockedLmtpServer extends LMTPServer {
    private final Doors doors;

    UnblockedLmtpServer(LMTPMetricsImpl metrics, Doors doors) {
        super(metrics);
        this.doors = doors;
    }

    @Override
    protected void configureBootstrap(ServerBootstrap bootstrap) {
        super.configureBootstrap(bootstrap);
        doors.watch(bootstrap);
    }

    @Override
    protected AbstractChannelPipelineFactory<SocketChannel> createPipelineFactory() {
        return new AbstractSSLAwareChannelPipelineFactory<>(
                getTimeout(),
                connectionLimit,
                connPerIP,
                proxyRequired,
                this::getEncryption,
                getFrameHandlerFactory(),
                getExecutorGroup()) {
            @Override
            public void initChannel(SocketChannel channel) throws Exception {
                super.initChannel(channel);
                CommandThreads.use(channel.pipeline(), getExecutorGroup(), createCoreHandler());
            }

            @Override
            protected ChannelInboundHandlerAdapter createHandler() {
                return CommandThreads.placeholder();
            }
        };
    }
}
