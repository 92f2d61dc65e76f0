package org.jamestandem.distribution.cassandra.session;

import static java.util.concurrent.CompletableFuture.runAsync;
import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.james.backends.cassandra.components.CassandraModule;
import org.apache.james.backends.cassandra.components.CassandraTable;
import org.apache.james.backends.cassandra.init.CassandraTypesProvider;
import org.apache.james.backends.cassandra.init.CassandraZonedDateTimeModule;
import org.apache.james.backends.cassandra.versions.CassandraSchemaVersionModule;
import org.apache.james.backends.cassandra.versions.table.CassandraSchemaVersionTable;
import org.apache.james.blob.cassandra.CassandraBlobModule;
import org.apache.james.mailrepository.cassandra.CassandraMailRepositoryModule;
import org.jamestandem.testkit.servers.CassandraServer;
import org.jamestandem.testkit.servers.TestServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each test has a keyspace of its own, empty at first. */
class SchemaTest {
    @RegisterExtension static final CassandraServer CASSANDRA = TestServers.cassandra();

    private static final CassandraModule TABLES =
            CassandraModule.aggregateModules(
                    CassandraZonedDateTimeModule.MODULE,
                    CassandraSchemaVersionModule.MODULE,
                    CassandraBlobModule.MODULE,
                    CassandraMailRepositoryModule.MODULE);

    private static final Executor NODES = task -> new Thread(task, "node").start();
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final String keyspace = "s" + UUID.randomUUID().toString().replace("-", "");
    private CqlSession session;

    @BeforeEach
    void makeKeyspace() {
        CASSANDRA
                .session()
                .execute(
                        "CREATE KEYSPACE %s WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}"
                                .formatted(keyspace));
        session = open();
    }

    @AfterEach
    void dropKeyspace() {
        session.execute("DROP KEYSPACE " + keyspace);
        session.close();
    }

    @Test
    void nodesThatStartTogetherMakeOneSchemaOfTheCurrentVersion() {
        CyclicBarrier together = new CyclicBarrier(3);
        List<CompletableFuture<Void>> nodes =
                IntStream.range(0, 3)
                        .mapToObj(node -> runAsync(() -> start(together), NODES))
                        .toList();

        assertThat(nodes).allSatisfy(node -> assertThat(node).succeedsWithin(PATIENCE));
        assertThat(versions()).containsExactly(12);
        assertThat(tables()).containsAll(TABLES.moduleTables().stream().map(name()).toList());
    }

    @Test
    void anInterruptedFirstStartIsCompletedByTheNext() {
        SchemaState state = new SchemaState(session);
        state.create();
        state.beginCreation();
        make(CassandraSchemaVersionTable.TABLE_NAME);

        new Schema(session, TABLES).create();

        assertThat(versions()).containsExactly(12);
        assertThat(state.isCreating()).isFalse();
    }

    @Test
    void theVersionOfAKeyspaceThatJamesHasUsedIsLeftAlone() {
        make(CassandraSchemaVersionTable.TABLE_NAME);

        new Schema(session, TABLES).create();

        assertThat(versions()).isEmpty();
        assertThat(tables()).containsAll(TABLES.moduleTables().stream().map(name()).toList());
    }

    @Test
    void theFirstStartDecidesHowBlobsAreStored() {
        SchemaState state = new SchemaState(session);
        state.create();

        assertThat(state.blobsStoredOnce(true)).isTrue();
        assertThat(state.blobsStoredOnce(false)).isTrue();
    }

    private void start(CyclicBarrier together) {
        try (CqlSession node = open()) {
            together.await();
            new Schema(node, TABLES).create();
        } catch (BrokenBarrierException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void make(String table) {
        TABLES.moduleTables().stream()
                .filter(found -> found.getName().equals(table))
                .forEach(this::make);
        session.refreshSchema();
        assertThat(tables()).contains(table);
    }

    private void make(CassandraTable table) {
        table.initialize(
                        session.getMetadata().getKeyspace(keyspace).orElseThrow(),
                        session,
                        new CassandraTypesProvider(session))
                .block();
    }

    private CqlSession open() {
        return CqlSession.builder()
                .addContactPoint(CASSANDRA.contactPoint())
                .withLocalDatacenter(CASSANDRA.datacenter())
                .withKeyspace(keyspace)
                .withConfigLoader(
                        new CassandraFiles(null, Path.of("src/main/conf/cassandra-driver.conf"))
                                .driver())
                .build();
    }

    private static Function<CassandraTable, String> name() {
        return table -> table.getName().toLowerCase(Locale.ROOT);
    }

    private List<Integer> versions() {
        return session.execute("SELECT value FROM schemaVersion").all().stream()
                .map(row -> row.getInt(0))
                .toList();
    }

    private List<String> tables() {
        return session
                .execute(
                        "SELECT table_name FROM system_schema.tables WHERE keyspace_name = ?",
                        keyspace)
                .all()
                .stream()
                .map(row -> row.getString(0))
                .toList();
    }
}
