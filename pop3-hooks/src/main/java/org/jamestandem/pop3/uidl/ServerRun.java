package org.jamestandem.pop3.uidl;

import java.util.random.RandomGenerator;

/** One run of the server, told apart from every other by 64 random bits. */
public record ServerRun(long bits) {
    /** A run drawn from {@code random}, which must not be seeded with something guessable. */
    public static ServerRun drawn(RandomGenerator random) {
        return new ServerRun(random.nextLong());
    }

    String hex() {
        return "%016x".formatted(bits);
    }
}
