package org.jamestandem.testkit.servers;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.config.ProgrammaticDriverConfigLoaderBuilder;
import java.net.InetSocketAddress;
import java.time.Duration;

/** A Cassandra with an empty keyspace for the test class. */
public final class CassandraServer extends TestServer {
    private static final Duration SCHEMA_LIMIT = Duration.ofSeconds(30);

    private CqlSession session;
    private String datacenter;

    CassandraServer(ServerMode mode) {
        super(new CassandraBackend(), mode);
    }

    /** The port of the native protocol. */
    public int port() {
        return location().port(CassandraBackend.NATIVE);
    }

    /** Where a driver connects to. */
    public InetSocketAddress contactPoint() {
        return new InetSocketAddress(host(), port());
    }

    /** The name of the local datacenter. */
    public String datacenter() {
        location();
        return datacenter;
    }

    /** The keyspace of this test class, with one replica. */
    public String keyspace() {
        return space();
    }

    /** A session in the keyspace; closed after the test class. */
    public CqlSession session() {
        location();
        return session;
    }

    @Override
    void open() {
        try (CqlSession anywhere =
                CqlSession.builder()
                        .addContactPoint(contactPoint())
                        .withConfigLoader(anyNode())
                        .build()) {
            datacenter =
                    anywhere.execute("SELECT data_center FROM system.local").one().getString(0);
            anywhere.execute(
                    "CREATE KEYSPACE "
                            + keyspace()
                            + " WITH replication = {'class': 'SimpleStrategy',"
                            + " 'replication_factor': 1}");
        }
        session =
                CqlSession.builder()
                        .addContactPoint(contactPoint())
                        .withLocalDatacenter(datacenter)
                        .withKeyspace(keyspace())
                        .withConfigLoader(patient().build())
                        .build();
    }

    @Override
    void close() {
        try (CqlSession last = session) {
            last.execute("DROP KEYSPACE " + keyspace());
        }
    }

    private static DriverConfigLoader anyNode() {
        return patient()
                .withString(
                        DefaultDriverOption.LOAD_BALANCING_POLICY_CLASS, "BasicLoadBalancingPolicy")
                .build();
    }

    private static ProgrammaticDriverConfigLoaderBuilder patient() {
        return DriverConfigLoader.programmaticBuilder()
                .withInt(DefaultDriverOption.NETTY_IO_SHUTDOWN_QUIET_PERIOD, 0)
                .withInt(DefaultDriverOption.NETTY_ADMIN_SHUTDOWN_QUIET_PERIOD, 0)
                .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, SCHEMA_LIMIT)
                .withDuration(DefaultDriverOption.CONNECTION_INIT_QUERY_TIMEOUT, SCHEMA_LIMIT)
                .withDuration(DefaultDriverOption.CONTROL_CONNECTION_TIMEOUT, SCHEMA_LIMIT);
    }
}
