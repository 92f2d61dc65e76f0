package org.jamestandem.distribution.cassandra.session;

import com.codahale.metrics.MetricRegistry;
import com.datastax.oss.driver.api.core.AllNodesFailedException;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.CqlSessionBuilder;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.querybuilder.SchemaBuilder;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import org.apache.james.backends.cassandra.init.configuration.ClusterConfiguration;
import org.apache.james.backends.cassandra.init.configuration.KeyspaceConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/** How to reach Cassandra, and the keyspace in it. */
final class Connection {
    private static final Logger LOGGER = LoggerFactory.getLogger(Connection.class);
    private static final String DEFAULT_DATACENTER = "datacenter1";

    private final ClusterConfiguration cluster;
    private final KeyspaceConfiguration keyspace;
    private final DriverConfigLoader driver;
    private final MetricRegistry metrics;
    private final String datacenter;

    /**
     * @param metrics where the driver counts its requests
     */
    Connection(
            ClusterConfiguration cluster,
            KeyspaceConfiguration keyspace,
            DriverConfigLoader driver,
            MetricRegistry metrics) {
        this.cluster = cluster;
        this.keyspace = keyspace;
        this.driver = driver;
        this.metrics = metrics;
        this.datacenter = cluster.getLocalDC().orElse(DEFAULT_DATACENTER);
    }

    /**
     * Connects, and tries again as often as {@code cassandra.retryConnection} says. Makes the
     * keyspace where it is missing and {@code cassandra.keyspace.create} allows it.
     *
     * @throws IllegalStateException saying what to check, when there is no Cassandra or no keyspace
     */
    CqlSession open() {
        Duration pause = Duration.ofMillis(cluster.getMinDelay());
        try {
            return Mono.fromCallable(this::attempt)
                    .doOnError(e -> LOGGER.warn("no session with Cassandra yet: {}", e.toString()))
                    .retryWhen(
                            Retry.backoff(cluster.getMaxRetry(), pause)
                                    .filter(AllNodesFailedException.class::isInstance)
                                    .scheduler(Schedulers.boundedElastic()))
                    .block();
        } catch (RuntimeException e) {
            throw explained(e);
        }
    }

    private CqlSession attempt() {
        try (CqlSession anywhere = builder().build()) {
            if (anywhere.getMetadata().getKeyspace(keyspace.getKeyspace()).isEmpty()) {
                createKeyspace(anywhere);
            }
        }
        return builder().withKeyspace(keyspace.getKeyspace()).withMetricRegistry(metrics).build();
    }

    private CqlSessionBuilder builder() {
        CqlSessionBuilder builder =
                CqlSession.builder().withConfigLoader(driver).withLocalDatacenter(datacenter);
        cluster.getHosts()
                .forEach(
                        host ->
                                builder.addContactPoint(
                                        new InetSocketAddress(host.getHostName(), host.getPort())));
        cluster.getUsername()
                .ifPresent(
                        user ->
                                builder.withAuthCredentials(
                                        user, cluster.getPassword().orElse("")));
        return builder;
    }

    /** Several nodes may do so at once: the same statement makes the same keyspace. */
    private void createKeyspace(CqlSession session) {
        if (!cluster.shouldCreateKeyspace()) {
            throw new IllegalStateException(
                    "Cassandra has no keyspace %s; create it, or set cassandra.keyspace.create=true in cassandra.properties"
                            .formatted(keyspace.getKeyspace()));
        }
        session.execute(
                SchemaBuilder.createKeyspace(keyspace.getKeyspace())
                        .ifNotExists()
                        .withNetworkTopologyStrategy(
                                Map.of(datacenter, keyspace.getReplicationFactor()))
                        .withDurableWrites(true)
                        .build());
    }

    private RuntimeException explained(RuntimeException error) {
        Throwable cause =
                reactor.core.Exceptions.isRetryExhausted(error) ? error.getCause() : error;
        if (!(cause instanceof AllNodesFailedException)) {
            return error;
        }
        IllegalStateException explained =
                new IllegalStateException(
                        ("no Cassandra of datacenter %s answers at %s; check that it runs, and"
                                        + " cassandra.nodes, cassandra.local.dc, cassandra.user and"
                                        + " cassandra.password in cassandra.properties")
                                .formatted(datacenter, cluster.getHosts()));
        explained.addSuppressed(error);
        return explained;
    }
}
