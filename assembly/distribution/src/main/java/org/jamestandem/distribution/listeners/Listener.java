package org.jamestandem.distribution.listeners;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/**
 * One address a service listens on, as configured and shifted.
 *
 * @param proxied whether a connection starts with a PROXY header
 */
public record Listener(Service service, String host, int port, boolean proxied) {
    /** A listener that clients connect to themselves. */
    public Listener(Service service, String host, int port) {
        this(service, host, port, false);
    }

    /** Where a client on this machine connects: a wildcard address is reached through loopback. */
    public Listener reachable() {
        return isWildcard() ? new Listener(service, "127.0.0.1", port, proxied) : this;
    }

    /** The address to connect to or to bind. */
    public InetSocketAddress address() {
        return new InetSocketAddress(host, port);
    }

    private boolean isWildcard() {
        try {
            return InetAddress.getByName(host).isAnyLocalAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "%s %s:%d".formatted(service.word(), host, port);
    }
}
