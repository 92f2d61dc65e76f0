package org.jamestandem.benchmarks.scenario;

/**
 * How much to do. The same numbers give the same commands on every server.
 *
 * @param connections that work at once, each with an account of its own
 * @param messages in each mailbox before the measurement
 * @param operations of each connection
 * @param seed of all chance
 */
public record Load(int connections, int messages, int operations, long seed) {
    public Load {
        if (connections < 1 || messages < 1 || operations < 1) {
            throw new IllegalArgumentException(
                    "connections, messages and operations are 1 or more: %d, %d, %d"
                            .formatted(connections, messages, operations));
        }
    }

    /** The same with so many messages at most. */
    Load withMessages(int most) {
        return new Load(connections, Math.min(messages, most), operations, seed);
    }

    /** A small one before the measurement, so that the server has done everything once. */
    public Load warmUp() {
        return new Load(connections, Math.min(messages, 100), Math.min(operations, 100), seed + 1);
    }
}
