package org.jamestandem.distribution.server;

import org.jamestandem.distribution.configuration.ServerConfiguration;

/** What a form has started beside James, stopped by closing it once James is closed. */
public interface Backing extends AutoCloseable {
    /** How James reaches it. */
    ServerConfiguration configuration();

    @Override
    void close();

    /** Nothing. */
    static Backing none(ServerConfiguration configuration) {
        return new Backing() {
            @Override
            public ServerConfiguration configuration() {
                return configuration;
            }

            @Override
            public void close() {
                // Nothing was started.
            }
        };
    }
}
