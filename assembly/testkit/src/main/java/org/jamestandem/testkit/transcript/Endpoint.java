package org.jamestandem.testkit.transcript;

/** Where a listener answers. */
public record Endpoint(String host, int port) {
    public Endpoint {
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("not a port: " + port);
        }
    }
}
