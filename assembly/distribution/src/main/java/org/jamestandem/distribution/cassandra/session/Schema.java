package org.jamestandem.distribution.cassandra.session;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.metadata.schema.KeyspaceMetadata;
import java.util.UUID;
import org.apache.james.backends.cassandra.components.CassandraModule;
import org.apache.james.backends.cassandra.components.CassandraTable;
import org.apache.james.backends.cassandra.components.CassandraType;
import org.apache.james.backends.cassandra.init.CassandraTypesCreator;
import org.apache.james.backends.cassandra.init.CassandraTypesProvider;
import org.apache.james.backends.cassandra.versions.CassandraSchemaVersionDAO;
import org.apache.james.backends.cassandra.versions.CassandraSchemaVersionManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * James' tables, made once whatever number of nodes starts at the same moment, and of James'
 * current version from the first.
 *
 * <p>James itself writes the version only after a start that made every table: a start that was
 * interrupted, or a table that was there before, would leave it at an old one for ever. Here the
 * start that found no table at all notes so first, and whoever completes the work writes the
 * version. Tables that James did not have at the last start are added and leave the version alone.
 */
final class Schema {
    private static final Logger LOGGER = LoggerFactory.getLogger(Schema.class);

    private final CqlSession session;
    private final CassandraModule tables;
    private final SchemaState state;

    Schema(CqlSession session, CassandraModule tables) {
        this.session = session;
        this.tables = tables;
        this.state = new SchemaState(session);
    }

    /**
     * @throws IllegalStateException when another node holds the work up for too long
     */
    void create() {
        if (isComplete()) {
            return;
        }
        state.create();
        try (SchemaLease lease = SchemaLease.await(state, UUID.randomUUID().toString())) {
            session.refreshSchema();
            if (isEmpty()) {
                LOGGER.info("creating {} tables", tables.moduleTables().size());
                state.beginCreation();
            }
            createMissing(lease);
            if (state.isCreating()) {
                new CassandraSchemaVersionDAO(session)
                        .updateVersion(CassandraSchemaVersionManager.MAX_VERSION)
                        .block();
                state.endCreation();
            }
        }
    }

    private void createMissing(SchemaLease lease) {
        new CassandraTypesCreator(tables, session).initializeTypes();
        CassandraTypesProvider types = new CassandraTypesProvider(session);
        KeyspaceMetadata known = keyspace();
        withoutRefresh(
                () -> {
                    for (CassandraTable table : tables.moduleTables()) {
                        lease.renew();
                        table.initialize(known, session, types).block();
                    }
                });
    }

    /** The driver would read the whole schema again after each table. */
    private void withoutRefresh(Runnable changes) {
        session.setSchemaMetadataEnabled(false);
        try {
            changes.run();
        } finally {
            session.setSchemaMetadataEnabled(null);
        }
        session.refreshSchema();
    }

    private boolean isComplete() {
        KeyspaceMetadata known = keyspace();
        return tables.moduleTables().stream().allMatch(table -> has(known, table))
                && tables.moduleTypes().stream().allMatch(type -> has(known, type))
                && !(state.exists() && state.isCreating());
    }

    private boolean isEmpty() {
        KeyspaceMetadata known = keyspace();
        return tables.moduleTables().stream().noneMatch(table -> has(known, table));
    }

    private static boolean has(KeyspaceMetadata keyspace, CassandraTable table) {
        return keyspace.getTable(table.getName()).isPresent();
    }

    private static boolean has(KeyspaceMetadata keyspace, CassandraType type) {
        return keyspace.getUserDefinedType(type.getName()).isPresent();
    }

    private KeyspaceMetadata keyspace() {
        return session.getKeyspace()
                .flatMap(session.getMetadata()::getKeyspace)
                .orElseThrow(() -> new IllegalStateException("session without a keyspace"));
    }
}
