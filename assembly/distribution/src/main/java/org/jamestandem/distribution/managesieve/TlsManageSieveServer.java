package org.jamestandem.distribution.managesieve;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.apache.james.managesieve.transcode.ManageSieveProcessor;
import org.apache.james.managesieveserver.netty.ManageSieveServer;
import org.apache.james.protocols.netty.AbstractChannelPipelineFactory;
import org.apache.james.protocols.netty.ChannelHandlerFactory;
import org.jamestandem.distribution.drain.Doors;

/** James' ManageSieve listener with a STARTTLS that works. */
final class TlsManageSieveServer extends ManageSieveServer {
    private final ManageSieveProcessor processor;
    private final int longestCommand;
    private final Doors doors;

    TlsManageSieveServer(int longestCommand, ManageSieveProcessor processor, Doors doors) {
        super(longestCommand, processor);
        this.processor = processor;
        this.longestCommand = longestCommand;
        this.doors = doors;
    }

    @Override
    protected void configureBootstrap(ServerBootstrap bootstrap) {
        super.configureBootstrap(bootstrap);
        doors.watch(bootstrap);
    }

    @Override
    protected ChannelInboundHandlerAdapter createCoreHandler() {
        return new CommandHandler(processor, getEncryption(), longestCommand);
    }

    @Override
    protected ChannelHandlerFactory createFrameHandlerFactory() {
        return pipeline -> new LineFrames(pipeline, AbstractChannelPipelineFactory.MAX_LINE_LENGTH);
    }
}
