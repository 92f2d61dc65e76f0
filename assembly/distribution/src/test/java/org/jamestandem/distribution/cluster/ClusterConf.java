package org.jamestandem.distribution.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jamestandem.distribution.cassandra.CassandraConf;
import org.jamestandem.distribution.configuration.Folders;
import org.jamestandem.testkit.servers.CassandraServer;
import org.jamestandem.testkit.servers.RabbitMqServer;

/** The shipped configuration on the Cassandra and the RabbitMQ of a test class. */
final class ClusterConf {
    private ClusterConf() {}

    static Folders in(Path home, CassandraServer cassandra, RabbitMqServer rabbitMq)
            throws IOException {
        Folders folders = CassandraConf.in(home, cassandra);
        Files.writeString(
                folders.conf().resolve("rabbitmq.properties"),
                """
                uri=%s
                management.uri=%s
                management.user=%s
                management.password=%s
                """
                        .formatted(
                                rabbitMq.amqpUri(),
                                rabbitMq.managementUri(),
                                rabbitMq.user(),
                                rabbitMq.password()));
        return folders;
    }
}
