package org.jamestandem.testkit.servers;

import java.util.stream.Stream;

/** The real servers that tests can register. */
public final class TestServers {
    private TestServers() {}

    /** Apache Cassandra 4.1, one node. */
    public static CassandraServer cassandra() {
        return cassandra(ServerMode.configured());
    }

    /** Apache Cassandra 4.1, one node, from one source only. */
    public static CassandraServer cassandra(ServerMode mode) {
        return new CassandraServer(mode);
    }

    /** OpenSearch 2.19, one node. */
    public static OpenSearchServer openSearch() {
        return openSearch(ServerMode.configured());
    }

    /** OpenSearch 2.19, one node, from one source only. */
    public static OpenSearchServer openSearch(ServerMode mode) {
        return new OpenSearchServer(mode);
    }

    /** RabbitMQ with the management plugin. */
    public static RabbitMqServer rabbitMq() {
        return rabbitMq(ServerMode.configured());
    }

    /** RabbitMQ with the management plugin, from one source only. */
    public static RabbitMqServer rabbitMq(ServerMode mode) {
        return new RabbitMqServer(mode);
    }

    /**
     * The image that a server runs from where containers are used, unless a property says
     * otherwise.
     *
     * @param name {@code cassandra}, {@code opensearch} or {@code rabbitmq}
     */
    public static String image(String name) {
        return Stream.of(new CassandraBackend(), new OpenSearchBackend(), new RabbitMqBackend())
                .filter(backend -> backend.name().equals(name))
                .map(Backend::defaultImage)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such server: " + name));
    }
}
