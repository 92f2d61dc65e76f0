package org.jamestandem.distribution.local;

import java.io.IOException;
import java.time.Duration;

/** A server that belongs to this process. */
interface Child {
    /** Where it listens, on the loopback only. */
    int port();

    /**
     * Waits until it serves.
     *
     * @throws IOException with the last lines of its log, when it ends or takes too long
     */
    void awaitService() throws IOException;

    /** Runs the action when it ends, whoever ended it. */
    void onEnd(Runnable action);

    /** Asks it to end in order. */
    void terminate();

    /** Waits for its end, and forces it after a while. */
    void awaitEnd();

    /** How long a start may take on a slow machine. */
    Duration PATIENCE = Duration.ofMinutes(5);
}
