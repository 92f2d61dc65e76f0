package org.jamestandem.testkit.servers;

/** A server cannot be had on this machine. The message says what is missing and how to get it. */
public final class ServerUnavailable extends Exception {
    private static final long serialVersionUID = 1L;

    ServerUnavailable(String message) {
        super(message);
    }

    ServerUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
