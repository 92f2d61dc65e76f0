package org.jamestandem.testkit.servers;

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
}
