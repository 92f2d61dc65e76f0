package org.jamestandem.pop3.reader.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.james.core.Username;
import org.jamestandem.kernel.state.cassandra.CassandraTable;
import org.jamestandem.kernel.state.cassandra.Statements;
import org.jamestandem.pop3.reader.Device;
import org.jamestandem.pop3.reader.Devices;
import org.jamestandem.pop3.reader.Reader;
import reactor.core.publisher.Mono;

/**
 * One row for each device of a user. Writes carry the login's own time as their write time, so the
 * latest wins on every node without reading first.
 */
@Singleton
public final class CassandraDevices implements Devices {
    static final CassandraTable TABLE =
            new CassandraTable(
                    "tandem_pop3_devices",
                    "owner text, device text, seen timestamp, PRIMARY KEY ((owner), device)",
                    "");

    private static final String SELECT =
            "SELECT device, seen FROM " + TABLE.name() + " WHERE owner = ?";
    private static final String INSERT =
            "INSERT INTO "
                    + TABLE.name()
                    + " (owner, device, seen) VALUES (?, ?, ?)"
                    + " USING TIMESTAMP ?";
    private static final String SEEN =
            "SELECT seen FROM " + TABLE.name() + " WHERE owner = ? AND device = ?";
    private static final String DELETE =
            "DELETE FROM "
                    + TABLE.name()
                    + " USING TIMESTAMP ?"
                    + " WHERE owner = ? AND device = ?";

    private final Statements statements;

    @Inject
    public CassandraDevices(CqlSession session) {
        TABLE.create(session);
        this.statements = new Statements(session);
    }

    @Override
    public Mono<Map<Device, Instant>> of(Username user) {
        return statements
                .rows(SELECT, user.asString())
                .collect(
                        Collectors.toUnmodifiableMap(
                                row -> new Device(row.getString("device")),
                                row -> row.getInstant("seen")));
    }

    @Override
    public Mono<Void> note(Reader reader, Instant at) {
        return statements.run(
                INSERT, reader.user().asString(), reader.device().name(), at, written(at));
    }

    /** Its write time is that of what it removes, so that any later login goes before it. */
    @Override
    public Mono<Void> forget(Reader reader) {
        String owner = reader.user().asString();
        String device = reader.device().name();
        return statements
                .rows(SEEN, owner, device)
                .next()
                .map(row -> row.getInstant("seen"))
                .flatMap(seen -> statements.run(DELETE, written(seen), owner, device));
    }

    private static long written(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}
