package org.jamestandem.distribution.rabbitmq;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import com.rabbitmq.client.Connection;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.james.backends.rabbitmq.RabbitMQConnectionFactory;
import org.apache.james.backends.rabbitmq.SimpleConnectionPool;
import reactor.core.publisher.Mono;

/**
 * One connection at a time. The client library would bring a lost connection back by itself, with
 * all its consumers, beside the one that James opens in its place: messages delivered to those
 * consumers would wait for an acknowledgement that nobody sends. So a lost connection stays lost.
 */
@Singleton
final class SteadyConnection extends SimpleConnectionPool {
    private final AtomicReference<Connection> latest = new AtomicReference<>();

    @Inject
    SteadyConnection(
            RabbitMQConnectionFactory factory, Configuration configuration, Topology topology) {
        super(factory, configuration);
        init(
                Set.of(
                        connection ->
                                Mono.fromRunnable(
                                        () -> {
                                            leaveLost(connection);
                                            topology.restore(connection);
                                        })));
    }

    @Override
    public Mono<Connection> getResilientConnection() {
        return super.getResilientConnection().doOnNext(this::leaveLost);
    }

    private void leaveLost(Connection connection) {
        if (latest.getAndSet(connection) != connection) {
            connection.addShutdownListener(cause -> connection.abort());
        }
    }
}
