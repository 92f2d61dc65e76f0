package org.jamestandem.distribution.smtp;

import com.google.inject.Inject;
import org.apache.james.filesystem.api.FileSystem;
import org.apache.james.lmtpserver.netty.LMTPServer;
import org.apache.james.lmtpserver.netty.LMTPServerFactory;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.protocols.lib.handler.ProtocolHandlerLoader;
import org.jamestandem.distribution.drain.Doors;

/** Makes the listeners of {@code lmtpserver.xml}. */
public final class LmtpListeners extends LMTPServerFactory {
    private final Doors doors;

    @Inject
    public LmtpListeners(
            ProtocolHandlerLoader loader, FileSystem files, MetricFactory metrics, Doors doors) {
        super(loader, files, metrics);
        this.doors = doors;
    }

    @Override
    protected LMTPServer createServer() {
        return new UnblockedLmtpServer(lmtpMetrics, doors);
    }
}
