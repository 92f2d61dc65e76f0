package org.jamestandem.distribution.cassandra;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.jamestandem.distribution.configuration.Folders;
import org.jamestandem.distribution.configuration.ServerConfiguration;
import org.jamestandem.distribution.configuration.ShippedConf;
import org.jamestandem.distribution.listeners.PortsInUse;
import org.jamestandem.testkit.servers.CassandraServer;

/** The shipped configuration, changed to use the keyspace of a test class on free ports. */
public final class CassandraConf {
    private CassandraConf() {}

    public static Folders in(Path home, CassandraServer cassandra) throws IOException {
        Folders folders = ShippedConf.copiedTo(home);
        Files.createDirectories(folders.data());
        Files.writeString(
                folders.conf().resolve("cassandra.properties"),
                """
                cassandra.nodes=%s:%d
                cassandra.local.dc=%s
                cassandra.keyspace=%s
                cassandra.retryConnection.maxRetries=1
                """
                        .formatted(
                                cassandra.host(),
                                cassandra.port(),
                                cassandra.datacenter(),
                                cassandra.keyspace()));
        return folders;
    }

    public static ServerConfiguration withFreePorts(Folders folders) throws Exception {
        Random random = new Random();
        while (true) {
            ServerConfiguration configuration =
                    new ServerConfiguration(folders, 9_000 + random.nextInt(15_000));
            Optional<String> problem = PortsInUse.firstProblem(configuration.listeners().all());
            if (problem.isEmpty()) {
                return configuration;
            }
        }
    }
}
