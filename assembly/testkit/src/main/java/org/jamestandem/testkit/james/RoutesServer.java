package org.jamestandem.testkit.james;

import java.net.URI;
import java.util.List;
import org.apache.james.metrics.tests.RecordingMetricFactory;
import org.apache.james.webadmin.Routes;
import org.apache.james.webadmin.WebAdminConfiguration;
import org.apache.james.webadmin.WebAdminServer;
import org.apache.james.webadmin.authentication.NoAuthenticationFilter;
import org.apache.james.webadmin.mdc.LoggingRequestFilter;

/**
 * James' administration interface with some routes and nothing else, in this process. Whoever uses
 * it has {@code james-server-webadmin-core} and {@code metrics-tests} on the class path.
 */
public final class RoutesServer implements AutoCloseable {
    private final Server server;

    private RoutesServer(Server server) {
        this.server = server;
    }

    /** A server that has started. */
    public static RoutesServer with(Routes... routes) {
        Server server = new Server(List.of(routes));
        server.start();
        return new RoutesServer(server);
    }

    /** What asks it. */
    public WebAdmin client() {
        return WebAdmin.open(URI.create("http://127.0.0.1:" + server.getPort().getValue()));
    }

    @Override
    public void close() {
        server.destroy();
    }

    /** Opens James' constructor. */
    private static final class Server extends WebAdminServer {
        Server(List<Routes> routes) {
            super(
                    WebAdminConfiguration.TEST_CONFIGURATION,
                    routes,
                    new NoAuthenticationFilter(),
                    new RecordingMetricFactory(),
                    LoggingRequestFilter.create());
        }
    }
}
