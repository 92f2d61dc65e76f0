package org.jamestandem.distribution.imap;

import io.netty.bootstrap.ServerBootstrap;
import org.apache.commons.configuration2.HierarchicalConfiguration;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.commons.configuration2.tree.ImmutableNode;
import org.apache.james.imap.api.process.ImapProcessor;
import org.apache.james.imap.decode.ImapDecoder;
import org.apache.james.imap.encode.ImapEncoder;
import org.apache.james.imapserver.netty.IMAPServer;
import org.apache.james.imapserver.netty.ImapMetrics;
import org.apache.james.metrics.api.GaugeRegistry;
import org.apache.james.protocols.netty.ChannelHandlerFactory;
import org.jamestandem.distribution.drain.Doors;

/** James' IMAP listener behind a {@link CommandGuard}. */
final class GuardedImapServer extends IMAPServer {
    private CommandLimits limits = CommandLimits.withLines(DEFAULT_MAX_LINE_LENGTH);

    private final Doors doors;

    GuardedImapServer(
            ImapDecoder decoder,
            ImapEncoder encoder,
            ImapProcessor processor,
            ImapMetrics metrics,
            GaugeRegistry gauges,
            Doors doors) {
        super(decoder, encoder, processor, metrics, gauges);
        this.doors = doors;
    }

    @Override
    public void doConfigure(HierarchicalConfiguration<ImmutableNode> listener)
            throws ConfigurationException {
        super.doConfigure(listener);
        limits = CommandLimits.withLines(listener.getInt("maxLineLength", DEFAULT_MAX_LINE_LENGTH));
    }

    @Override
    protected void configureBootstrap(ServerBootstrap bootstrap) {
        super.configureBootstrap(bootstrap);
        doors.watch(bootstrap);
    }

    /** The guard goes into the pipeline just before the first handler that keeps octets. */
    @Override
    protected ChannelHandlerFactory createFrameHandlerFactory() {
        ChannelHandlerFactory lines = super.createFrameHandlerFactory();
        return pipeline -> {
            pipeline.addLast("commandGuard", new CommandGuard(limits));
            return lines.create(pipeline);
        };
    }
}
