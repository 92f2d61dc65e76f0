package org.jamestandem.distribution.cassandra.session;

import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import java.io.FileNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.configuration2.Configuration;
import org.apache.commons.configuration2.PropertiesConfiguration;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.james.backends.cassandra.init.configuration.CassandraConfiguration;
import org.apache.james.backends.cassandra.init.configuration.ClusterConfiguration;
import org.apache.james.backends.cassandra.init.configuration.KeyspaceConfiguration;
import org.apache.james.mailbox.store.BatchSizes;
import org.apache.james.utils.PropertiesProvider;
import org.jamestandem.kernel.settings.InvalidSetting;

/**
 * {@code cassandra.properties}, {@code batchsizes.properties} and {@code cassandra-driver.conf}.
 */
final class CassandraFiles {
    private static final String CASSANDRA = "cassandra";
    private static final String NODES = "cassandra.nodes";
    private static final String FACTOR = "cassandra.replication.factor";

    private final PropertiesProvider files;
    private final Path driver;

    CassandraFiles(PropertiesProvider files, Path driver) {
        this.files = files;
        this.driver = driver;
    }

    ClusterConfiguration cluster() throws ConfigurationException {
        Configuration properties = cassandra();
        if (properties.getString(NODES, "").isBlank()) {
            throw new InvalidSetting(
                    "cassandra.properties: %s is missing; expected one host or several, for example %s=127.0.0.1:9042"
                            .formatted(NODES, NODES));
        }
        try {
            return ClusterConfiguration.from(properties);
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw invalid(e);
        }
    }

    KeyspaceConfiguration keyspace() throws ConfigurationException {
        Configuration properties = cassandra();
        String factor = properties.getString(FACTOR, "1").strip();
        if (!factor.matches("[1-9]\\d{0,2}")) {
            throw InvalidSetting.badValue(
                    "cassandra.properties: " + FACTOR,
                    factor,
                    "how many nodes hold each row",
                    FACTOR + "=3");
        }
        return KeyspaceConfiguration.builder()
                .keyspace(properties.getString("cassandra.keyspace", "apache_james"))
                .replicationFactor(Integer.parseInt(factor))
                .durableWrites(true);
    }

    CassandraConfiguration behaviour() throws ConfigurationException {
        try {
            return CassandraConfiguration.from(cassandra());
        } catch (IllegalArgumentException e) {
            throw invalid(e);
        }
    }

    BatchSizes batches() throws ConfigurationException {
        Configuration properties = orEmpty("batchsizes");
        int normal = BatchSizes.DEFAULT_BATCH_SIZE;
        try {
            return BatchSizes.builder()
                    .fetchMetadata(properties.getInt("fetch.metadata", normal))
                    .fetchHeaders(properties.getInt("fetch.headers", normal))
                    .fetchFull(properties.getInt("fetch.full", normal))
                    .copyBatchSize(properties.getInt("copy", normal))
                    .moveBatchSize(properties.getInt("move", normal))
                    .build();
        } catch (IllegalArgumentException e) {
            InvalidSetting invalid = new InvalidSetting("batchsizes.properties: " + e.getMessage());
            invalid.initCause(e);
            throw invalid;
        }
    }

    /** What the driver does by default, changed by {@code cassandra-driver.conf} if it is there. */
    DriverConfigLoader driver() {
        return Files.exists(driver)
                ? DriverConfigLoader.fromPath(driver)
                : DriverConfigLoader.fromClasspath("application");
    }

    private Configuration cassandra() throws ConfigurationException {
        return orEmpty(CASSANDRA);
    }

    private Configuration orEmpty(String file) throws ConfigurationException {
        try {
            return files.getConfiguration(file);
        } catch (FileNotFoundException e) {
            return new PropertiesConfiguration();
        }
    }

    private static InvalidSetting invalid(RuntimeException error) {
        InvalidSetting invalid = new InvalidSetting("cassandra.properties: " + error.getMessage());
        invalid.initCause(error);
        return invalid;
    }
}
