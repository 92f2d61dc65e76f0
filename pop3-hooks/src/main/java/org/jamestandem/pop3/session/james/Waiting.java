package org.jamestandem.pop3.session.james;

import java.time.Duration;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** The one wait of a command. James 3.8.1 runs commands on Netty's I/O threads. */
final class Waiting {
    /** Longest wait for a command other than QUIT. */
    static final Duration LONGEST = Duration.ofMinutes(2);

    private Waiting() {}

    static <T> Optional<T> on(Mono<T> work) {
        return work.blockOptional(LONGEST);
    }
}
