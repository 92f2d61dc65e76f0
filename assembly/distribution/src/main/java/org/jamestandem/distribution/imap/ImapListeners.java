package org.jamestandem.distribution.imap;

import com.google.inject.Inject;
import com.google.inject.Provider;
import org.apache.james.filesystem.api.FileSystem;
import org.apache.james.imap.api.process.ImapProcessor;
import org.apache.james.imap.decode.ImapDecoder;
import org.apache.james.imap.encode.ImapEncoder;
import org.apache.james.imapserver.netty.IMAPServer;
import org.apache.james.imapserver.netty.IMAPServerFactory;
import org.apache.james.metrics.api.GaugeRegistry;
import org.apache.james.metrics.api.MetricFactory;
import org.jamestandem.distribution.drain.Doors;

/** Makes the listeners of {@code imapserver.xml}. */
public final class ImapListeners extends IMAPServerFactory {
    private final Doors doors;

    @Inject
    public ImapListeners(
            FileSystem fileSystem,
            Provider<ImapDecoder> decoder,
            Provider<ImapEncoder> encoder,
            Provider<ImapProcessor> processor,
            MetricFactory metrics,
            GaugeRegistry gauges,
            Doors doors) {
        super(fileSystem, decoder, encoder, processor, metrics, gauges);
        this.doors = doors;
    }

    @Override
    protected IMAPServer createServer() {
        return new GuardedImapServer(
                decoder.get(), encoder.get(), processor.get(), imapMetrics, gaugeRegistry, doors);
    }
}
