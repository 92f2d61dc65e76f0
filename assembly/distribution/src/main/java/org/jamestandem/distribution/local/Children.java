package org.jamestandem.distribution.local;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The servers of one run, stopped all at once and waited for. */
final class Children implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(Children.class);

    private final Deque<Child> children = new ArrayDeque<>();
    private volatile boolean closing;

    <T extends Child> T add(T child) {
        children.push(child);
        return child;
    }

    /** Without one of them the server cannot go on: whoever watches over it starts it again. */
    void endWithTheFirst() {
        children.forEach(child -> child.onEnd(() -> ended(child)));
    }

    private void ended(Child child) {
        if (!closing) {
            LOGGER.error("{} has ended, and the server with it", child.getClass().getSimpleName());
            System.exit(1);
        }
    }

    @Override
    public void close() {
        closing = true;
        children.forEach(Child::terminate);
        children.forEach(Child::awaitEnd);
    }
}
