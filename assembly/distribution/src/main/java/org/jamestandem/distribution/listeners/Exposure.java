package org.jamestandem.distribution.listeners;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * How the listeners of a run differ from what their files say.
 *
 * @param offset added to every port
 * @param address where IMAP, POP3 and SMTP listen in place of the addresses of their files; empty:
 *     there
 * @param proxied whether a balancer in front of them starts each connection with a PROXY header
 */
public record Exposure(int offset, Optional<String> address, boolean proxied) {
    /** As the files say, on other ports. */
    public static Exposure shiftedBy(int offset) {
        return new Exposure(offset, Optional.empty(), false);
    }

    /** Whether others than this machine can connect, so that a password must not be readable. */
    public boolean needsTls() {
        return proxied || address.filter(found -> !isLoopback(found)).isPresent();
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
