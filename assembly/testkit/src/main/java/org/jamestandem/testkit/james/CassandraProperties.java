package org.jamestandem.testkit.james;

import org.jamestandem.testkit.servers.CassandraServer;

/** The file {@code cassandra.properties} that leads a James to the keyspace of a test class. */
final class CassandraProperties {
    private CassandraProperties() {}

    static String of(CassandraServer cassandra) {
        return """
        cassandra.nodes=%s:%d
        cassandra.local.dc=%s
        cassandra.keyspace=%s
        cassandra.keyspace.create=true
        """
                .formatted(
                        cassandra.host(),
                        cassandra.port(),
                        cassandra.datacenter(),
                        cassandra.keyspace());
    }
}
