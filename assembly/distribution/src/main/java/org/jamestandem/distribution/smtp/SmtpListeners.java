package org.jamestandem.distribution.smtp;

import com.google.inject.Inject;
import org.apache.james.dnsservice.api.DNSService;
import org.apache.james.filesystem.api.FileSystem;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.protocols.lib.handler.ProtocolHandlerLoader;
import org.apache.james.smtpserver.netty.SMTPServer;
import org.apache.james.smtpserver.netty.SMTPServerFactory;
import org.jamestandem.distribution.drain.Doors;

/** Makes the listeners of {@code smtpserver.xml}. */
public final class SmtpListeners extends SMTPServerFactory {
    private final Doors doors;

    @Inject
    public SmtpListeners(
            DNSService dns,
            ProtocolHandlerLoader loader,
            FileSystem files,
            MetricFactory metrics,
            Doors doors) {
        super(dns, loader, files, metrics);
        this.doors = doors;
    }

    @Override
    protected SMTPServer createServer() {
        return new UnblockedSmtpServer(smtpMetrics, doors);
    }
}
