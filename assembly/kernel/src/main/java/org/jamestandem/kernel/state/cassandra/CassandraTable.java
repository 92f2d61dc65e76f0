package org.jamestandem.kernel.state.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

/**
 * A table of ours. James does not know it: it is no part of the schema whose age James checks.
 *
 * @param name with our prefix {@code tandem_}
 * @param columns what stands between the brackets of CREATE TABLE, primary key included
 * @param options further clauses of WITH, joined by AND; may be empty
 */
public record CassandraTable(String name, String columns, String options) {
    private static final String PREFIX = "tandem_";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    public CassandraTable {
        if (!name.startsWith(PREFIX)) {
            throw new IllegalArgumentException("not one of ours: " + name);
        }
    }

    /**
     * Creates the table where it is missing. Safe when several nodes do so at once: the table's id
     * follows from its name, so they all create the same table.
     *
     * @throws com.datastax.oss.driver.api.core.DriverException when Cassandra refuses
     */
    public void create(CqlSession session) {
        String keyspace =
                session.getKeyspace()
                        .orElseThrow(() -> new IllegalStateException("session without a keyspace"))
                        .asInternal();
        session.execute(SimpleStatement.newInstance(statement(keyspace)).setTimeout(PATIENCE));
    }

    String statement(String keyspace) {
        UUID id = UUID.nameUUIDFromBytes((keyspace + "." + name).getBytes(StandardCharsets.UTF_8));
        return "CREATE TABLE IF NOT EXISTS %s (%s) WITH ID = %s%s"
                .formatted(name, columns, id, options.isEmpty() ? "" : " AND " + options);
    }
}
