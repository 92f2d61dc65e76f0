package org.jamestandem.distribution.cassandra;

import java.time.Clock;
import org.jamestandem.distribution.configuration.Folders;
import org.jamestandem.distribution.configuration.ServerConfiguration;
import org.jamestandem.distribution.listeners.Listener;
import org.jamestandem.distribution.listeners.Service;
import org.jamestandem.distribution.ready.Readiness;
import org.jamestandem.distribution.server.Form;
import org.jamestandem.distribution.server.Server;
import org.jamestandem.distribution.tls.Certificates;
import org.jamestandem.distribution.tls.HostNames;
import org.jamestandem.distribution.webadmin.WebadminAccess;

/** A server in the JVM of the test, on the ports of its configuration. */
public final class RunningServer implements AutoCloseable {
    private final Server server;
    private final ServerConfiguration configuration;

    private RunningServer(Server server, ServerConfiguration configuration) {
        this.server = server;
        this.configuration = configuration;
    }

    public static RunningServer start(Form form, ServerConfiguration configuration)
            throws Exception {
        Folders folders = configuration.folders();
        new Certificates(folders.tls(), Clock.systemUTC(), HostNames.local()).provide();
        Listener webadmin = configuration.listeners().first(Service.WEBADMIN).orElseThrow();
        WebadminAccess access =
                WebadminAccess.provide(folders.data(), "http://127.0.0.1:" + webadmin.port());
        Server server = new Server(form, configuration, access);
        server.start();
        new Readiness(configuration.listeners(), access, Clock.systemUTC()).awaitListeners();
        return new RunningServer(server, configuration);
    }

    public Server server() {
        return server;
    }

    public Listener listener(Service service) throws Exception {
        return configuration.listeners().first(service).orElseThrow();
    }

    @Override
    public void close() {
        server.close();
    }
}
