package org.jamestandem.distribution.smtp;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.SocketChannel;
import org.apache.james.protocols.api.ProtocolSession;
import org.apache.james.protocols.api.ProtocolTransport;
import org.apache.james.protocols.netty.AbstractChannelPipelineFactory;
import org.apache.james.protocols.netty.AbstractSSLAwareChannelPipelineFactory;
import org.apache.james.protocols.smtp.SMTPProtocol;
import org.apache.james.smtpserver.ExtendedSMTPSession;
import org.apache.james.smtpserver.netty.SMTPChannelInboundHandler;
import org.apache.james.smtpserver.netty.SMTPServer;
import org.apache.james.smtpserver.netty.SmtpMetricsImpl;
import org.jamestandem.distribution.drain.Doors;

/**
 * James' SMTP listener with its commands on threads of their own (JAMES-4023). James runs them on
 * the few threads that read from all connections: one that waits for a database, or for the mail
 * queue, holds up the others.
 */
final class UnblockedSmtpServer extends SMTPServer {
    private final SmtpMetricsImpl metrics;
    private final Doors doors;
    private SMTPProtocol protocol;

    UnblockedSmtpServer(SmtpMetricsImpl metrics, Doors doors) {
        super(metrics);
        this.metrics = metrics;
        this.doors = doors;
    }

    @Override
    protected void preInit() throws Exception {
        super.preInit();
        SMTPHandlerConfigurationDataImpl configuration = new SMTPHandlerConfigurationDataImpl();
        protocol =
                new SMTPProtocol(getProtocolHandlerChain(), configuration) {
                    @Override
                    public ProtocolSession newSession(ProtocolTransport transport) {
                        return new ExtendedSMTPSession(configuration, transport);
                    }
                };
    }

    @Override
    protected void configureBootstrap(ServerBootstrap bootstrap) {
        super.configureBootstrap(bootstrap);
        doors.watch(bootstrap);
    }

    @Override
    protected ChannelInboundHandlerAdapter createCoreHandler() {
        return new SMTPChannelInboundHandler(protocol, getEncryption(), proxyRequired, metrics) {
            @Override
            protected ProtocolSession createSession(ChannelHandlerContext context) {
                return protocol.newSession(
                        new OrderedStartTls(context.channel(), secure, proxyRequired));
            }
        };
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
