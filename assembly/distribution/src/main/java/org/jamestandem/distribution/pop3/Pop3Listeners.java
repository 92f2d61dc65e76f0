package org.jamestandem.distribution.pop3;

import com.google.inject.Inject;
import io.netty.bootstrap.ServerBootstrap;
import org.apache.james.pop3server.netty.POP3Server;
import org.apache.james.pop3server.netty.POP3ServerFactory;
import org.jamestandem.distribution.drain.Doors;

/** Makes the listeners of {@code pop3server.xml}. */
public final class Pop3Listeners extends POP3ServerFactory {
    private final Doors doors;

    @Inject
    public Pop3Listeners(Doors doors) {
        this.doors = doors;
    }

    @Override
    protected POP3Server createServer() {
        return new POP3Server() {
            @Override
            protected void configureBootstrap(ServerBootstrap bootstrap) {
                super.configureBootstrap(bootstrap);
                doors.watch(bootstrap);
            }
        };
    }
}
