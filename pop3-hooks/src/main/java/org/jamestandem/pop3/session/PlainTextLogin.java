package org.jamestandem.pop3.session;

import java.net.InetAddress;

/** Where a password may cross a connection without TLS: {@code <plain-text-login>}. */
public enum PlainTextLogin {
    /** Everywhere, as stock James has it. */
    ALLOW,
    /** Only from the server's own machine. */
    LOOPBACK,
    /** Nowhere. */
    REFUSE;

    /**
     * Whether a client may log in now.
     *
     * @param encrypted whether TLS has been started
     */
    public boolean permits(InetAddress client, boolean encrypted) {
        return encrypted
                || switch (this) {
                    case ALLOW -> true;
                    case LOOPBACK -> client.isLoopbackAddress();
                    case REFUSE -> false;
                };
    }
}
