package org.jamestandem.testkit.james;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jamestandem.testkit.servers.CassandraServer;
import org.jamestandem.testkit.servers.RabbitMqServer;
import org.jamestandem.testkit.servers.TestServers;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Nodes of our distribution, each a process of its own, on one Cassandra and one RabbitMQ: one line
 * in a test class,
 *
 * <pre>{@code @RegisterExtension static final Cluster CLUSTER = Cluster.ofNodes(2);}</pre>
 *
 * or, without JUnit's life cycle, {@link #open} and {@link #close}. All nodes start at the same
 * moment on an empty keyspace and an empty virtual host. Where a server cannot be had the class is
 * skipped, or fails where nothing may be missing.
 */
public final class Cluster implements BeforeAllCallback, AfterAllCallback, AutoCloseable {
    private final CassandraServer cassandra = TestServers.cassandra();
    private final RabbitMqServer rabbitMq = TestServers.rabbitMq();
    private final int size;
    private final UnaryOperator<Tandem.Builder> changes;
    private final List<Tandem> nodes = new ArrayList<>();

    private Cluster(int size, UnaryOperator<Tandem.Builder> changes) {
        this.size = size;
        this.changes = changes;
    }

    /** So many nodes as they ship, without samples. */
    public static Cluster ofNodes(int size) {
        return ofNodes(size, node -> node);
    }

    /**
     * So many nodes.
     *
     * @param changes what each has other than it ships
     */
    public static Cluster ofNodes(int size, UnaryOperator<Tandem.Builder> changes) {
        return new Cluster(size, changes);
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        cassandra.beforeAll(context);
        rabbitMq.beforeAll(context);
        startNodes();
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        closeNodes();
        rabbitMq.afterAll(context);
        cassandra.afterAll(context);
    }

    /** Starts everything, for who is no test class. */
    public Cluster open() {
        try {
            beforeAll(null);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            afterAll(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of them, from 0. */
    public Tandem node(int number) {
        return nodes.get(number);
    }

    /** Starts one more node; its number is the next. */
    public Tandem addNode() {
        Tandem node = start();
        nodes.add(node);
        return node;
    }

    /** What they keep mail in. */
    public CassandraServer cassandra() {
        return cassandra;
    }

    /** What connects them. */
    public RabbitMqServer rabbitMq() {
        return rabbitMq;
    }

    private void startNodes() {
        List<CompletableFuture<Tandem>> starting =
                Stream.generate(() -> CompletableFuture.supplyAsync(this::start))
                        .limit(size)
                        .toList();
        RuntimeException failure = null;
        for (CompletableFuture<Tandem> one : starting) {
            try {
                nodes.add(one.join());
            } catch (CompletionException e) {
                failure = new IllegalStateException("a node did not start", e.getCause());
            }
        }
        if (failure != null) {
            closeNodes();
            throw failure;
        }
    }

    private void closeNodes() {
        nodes.forEach(Tandem::close);
        nodes.clear();
    }

    private Tandem start() {
        Tandem.Builder node =
                Tandem.embedded()
                        .options("--storage", "cluster", "--no-samples")
                        .configuration("cassandra.properties", cassandraProperties())
                        .configuration("rabbitmq.properties", rabbitMqProperties());
        return changes.apply(node).start();
    }

    private String cassandraProperties() {
        return """
        cassandra.nodes=%s:%d
        cassandra.local.dc=%s
        cassandra.keyspace=%s
        """
                .formatted(
                        cassandra.host(),
                        cassandra.port(),
                        cassandra.datacenter(),
                        cassandra.keyspace());
    }

    private String rabbitMqProperties() {
        return """
        uri=%s
        management.uri=%s
        management.user=%s
        management.password=%s
        """
                .formatted(
                        rabbitMq.amqpUri(),
                        rabbitMq.managementUri(),
                        rabbitMq.user(),
                        rabbitMq.password());
    }
}
