package org.jamestandem.testkit.servers;

import java.io.IOException;
import java.net.URI;

/** An OpenSearch with an index prefix for the test class, without TLS and login. */
public final class OpenSearchServer extends TestServer {
    OpenSearchServer(ServerMode mode) {
        super(new OpenSearchBackend(), mode);
    }

    /** The port of the HTTP interface. */
    public int port() {
        return location().port(OpenSearchBackend.HTTP);
    }

    /** The HTTP interface. */
    public URI uri() {
        return Http.uri(location(), OpenSearchBackend.HTTP, "/");
    }

    /**
     * What the names of this class's indices and aliases start with. Such indices are removed after
     * it.
     */
    public String indexPrefix() {
        return space() + "-";
    }

    @Override
    void open() {
        // an index comes into being when the class makes one
    }

    @Override
    void close() throws IOException {
        Http.require("DELETE", location(), OpenSearchBackend.HTTP, "/" + indexPrefix() + "*");
    }
}
