package org.jamestandem.imap.thread;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How messages are put into threads. The names are those on the wire (RFC 5256 §3). */
public enum ThreadAlgorithm {
    /** By subject alone. */
    ORDEREDSUBJECT(OrderedSubject::threads),
    /** By what messages say they answer to, and by subject. */
    REFERENCES(References::threads);

    private final Function<List<ThreadMessage>, List<ThreadNode>> threads;

    ThreadAlgorithm(Function<List<ThreadMessage>, List<ThreadNode>> threads) {
        this.threads = threads;
    }

    /** The algorithm of that name, in any case. */
    public static Optional<ThreadAlgorithm> named(String name) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /**
     * Threads in their order.
     *
     * @param messages in the order of the mailbox
     */
    public List<ThreadNode> threads(List<ThreadMessage> messages) {
        return threads.apply(messages);
    }
}
