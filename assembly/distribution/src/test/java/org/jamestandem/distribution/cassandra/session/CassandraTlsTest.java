package org.jamestandem.distribution.cassandra.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.codahale.metrics.MetricRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jamestandem.distribution.configuration.Folders;
import org.jamestandem.distribution.configuration.ServerConfiguration;
import org.jamestandem.distribution.configuration.ShippedConf;
import org.jamestandem.distribution.wire.FirstByte;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the driver says first to Cassandra. */
class CassandraTlsTest {
    private static final String SSL =
            """

            datastax-java-driver.advanced.ssl-engine-factory {
              class = DefaultSslEngineFactory
            }
            """;

    @TempDir private Path home;

    @Test
    void driverSpeaksTlsWhenItsFileSaysSo() throws Exception {
        assertThat(firstByte(SSL)).isEqualTo(FirstByte.TLS);
    }

    @Test
    void driverSpeaksInTheClearAsShipped() throws Exception {
        assertThat(firstByte("")).isNotEqualTo(FirstByte.TLS);
    }

    private int firstByte(String more) throws Exception {
        try (FirstByte cassandra = new FirstByte()) {
            Folders folders = ShippedConf.copiedTo(home);
            Files.writeString(
                    folders.conf().resolve("cassandra.properties"),
                    """
                    cassandra.nodes=127.0.0.1:%d
                    cassandra.retryConnection.maxRetries=1
                    cassandra.retryConnection.minDelay=1
                    """
                            .formatted(cassandra.port()));
            Path driver = folders.conf().resolve("cassandra-driver.conf");
            Files.writeString(driver, Files.readString(driver) + more);
            CassandraFiles files =
                    new CassandraFiles(new ServerConfiguration(folders, 0).properties(), driver);
            Connection connection =
                    new Connection(
                            files.cluster(),
                            files.keyspace(),
                            files.driver(),
                            new MetricRegistry());
            assertThatThrownBy(connection::open).hasMessageContaining("no Cassandra of datacenter");
            return cassandra.get();
        }
    }
}
