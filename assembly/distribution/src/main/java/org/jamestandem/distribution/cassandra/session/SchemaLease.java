package org.jamestandem.distribution.cassandra.session;

import java.time.Duration;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** The right to change the schema, which one node has at a time. */
final class SchemaLease implements AutoCloseable {
    /** Far longer than a table takes; how long others wait for a node that died meanwhile. */
    private static final Duration DURATION = Duration.ofSeconds(60);

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int ATTEMPTS = 300;

    private final SchemaState state;
    private final String owner;

    private SchemaLease(SchemaState state, String owner) {
        this.state = state;
        this.owner = owner;
    }

    /**
     * Waits until it is free.
     *
     * @throws IllegalStateException after five minutes
     */
    static SchemaLease await(SchemaState state, String owner) {
        return Mono.fromCallable(() -> state.lock(owner, DURATION))
                .filter(taken -> taken)
                .switchIfEmpty(Mono.error(SchemaLease::held))
                .map(taken -> new SchemaLease(state, owner))
                .retryWhen(
                        Retry.fixedDelay(ATTEMPTS, PAUSE)
                                .filter(IllegalStateException.class::isInstance)
                                .onRetryExhaustedThrow((spec, signal) -> held()))
                .block();
    }

    /**
     * @throws IllegalStateException when it was lost, after a pause of more than a minute
     */
    void renew() {
        if (!state.renew(owner, DURATION)) {
            throw new IllegalStateException(
                    "another node took over the creation of the tables; start this one again");
        }
    }

    @Override
    public void close() {
        state.unlock(owner);
    }

    private static IllegalStateException held() {
        return new IllegalStateException(
                "another node has been creating the tables for five minutes; look at its log, then"
                        + " start this one again");
    }
}
