package org.jamestandem.distribution.cassandra.session;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.time.Duration;
import java.util.Optional;
import org.jamestandem.kernel.state.cassandra.CassandraTable;

/** What is known about the keyspace as a whole: one small table of names and values. */
final class SchemaState {
    private static final CassandraTable TABLE =
            new CassandraTable("tandem_schema", "name text PRIMARY KEY, value text", "");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String LOCK = "lock";
    private static final String CREATION = "creation";
    private static final String BEGUN = "begun";
    private static final String ENDED = "ended";
    private static final String BLOBS = "blob.deduplication";

    private final CqlSession session;

    SchemaState(CqlSession session) {
        this.session = session;
    }

    boolean exists() {
        return session.getKeyspace()
                .flatMap(session.getMetadata()::getKeyspace)
                .flatMap(keyspace -> keyspace.getTable(TABLE.name()))
                .isPresent();
    }

    void create() {
        TABLE.create(session);
    }

    /** Somebody makes the first tables, or was interrupted while doing so. */
    boolean isCreating() {
        return read(CREATION).filter(BEGUN::equals).isPresent();
    }

    void beginCreation() {
        write(CREATION, BEGUN);
    }

    void endCreation() {
        write(CREATION, ENDED);
    }

    /** Takes the lock unless somebody has it. It is free again when not renewed in time. */
    boolean lock(String owner, Duration duration) {
        return execute(
                        "INSERT INTO tandem_schema (name, value) VALUES (?, ?) IF NOT EXISTS USING"
                                + " TTL ?",
                        LOCK,
                        owner,
                        (int) duration.toSeconds())
                .wasApplied();
    }

    /** Keeps the lock for longer; false when it was lost. */
    boolean renew(String owner, Duration duration) {
        return execute(
                        "UPDATE tandem_schema USING TTL ? SET value = ? WHERE name = ? IF value ="
                                + " ?",
                        (int) duration.toSeconds(),
                        owner,
                        LOCK,
                        owner)
                .wasApplied();
    }

    void unlock(String owner) {
        execute("DELETE FROM tandem_schema WHERE name = ? IF value = ?", LOCK, owner);
    }

    /** The choice of the first start, which is this one when none was made before. */
    boolean blobsStoredOnce(boolean ours) {
        execute(
                "INSERT INTO tandem_schema (name, value) VALUES (?, ?) IF NOT EXISTS",
                BLOBS,
                Boolean.toString(ours));
        return read(BLOBS).map(Boolean::parseBoolean).orElse(ours);
    }

    private Optional<String> read(String name) {
        Row row = execute("SELECT value FROM tandem_schema WHERE name = ?", name).one();
        return Optional.ofNullable(row).map(found -> found.getString("value"));
    }

    private void write(String name, String value) {
        execute("INSERT INTO tandem_schema (name, value) VALUES (?, ?)", name, value);
    }

    private ResultSet execute(String query, Object... values) {
        return session.execute(SimpleStatement.newInstance(query, values).setTimeout(PATIENCE));
    }
}
