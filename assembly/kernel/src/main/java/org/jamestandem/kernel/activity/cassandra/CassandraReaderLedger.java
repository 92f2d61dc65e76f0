package org.jamestandem.kernel.activity.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.apache.james.core.Username;
import org.jamestandem.kernel.activity.AccessProtocol;
import org.jamestandem.kernel.activity.AfterDownload;
import org.jamestandem.kernel.activity.ReaderLedger;
import org.jamestandem.kernel.activity.Visit;
import org.jamestandem.kernel.state.cassandra.CassandraTable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One row for each user, protocol and device. Writes carry the visit's own time as their write
 * time, so the latest wins on every node without reading first.
 */
@Singleton
public final class CassandraReaderLedger implements ReaderLedger {
    private static final CassandraTable TABLE =
            new CassandraTable(
                    "tandem_reader_activity",
                    "user text, protocol text, device text, last_visit timestamp,"
                            + " after_download text, PRIMARY KEY ((user), protocol, device)",
                    "default_time_to_live = " + Duration.ofDays(400).toSeconds());

    private final CqlSession session;
    private final PreparedStatement visit;
    private final PreparedStatement visitAndDownload;
    private final PreparedStatement read;
    private final PreparedStatement delete;

    @Inject
    public CassandraReaderLedger(CqlSession session) {
        TABLE.create(session);
        this.session = session;
        this.visit = insert("user, protocol, device, last_visit", "?, ?, ?, ?");
        this.visitAndDownload =
                insert("user, protocol, device, last_visit, after_download", "?, ?, ?, ?, ?");
        this.read =
                session.prepare(
                        "SELECT protocol, device, last_visit, after_download FROM "
                                + TABLE.name()
                                + " WHERE user = ?");
        this.delete = session.prepare("DELETE FROM " + TABLE.name() + " WHERE user = ?");
    }

    @Override
    public Mono<Void> record(Visit visit) {
        return Flux.from(session.executeReactive(statement(visit))).then();
    }

    @Override
    public Flux<Visit> lastVisits(Username user) {
        return Flux.from(session.executeReactive(read.bind(user.asString())))
                .map(row -> visit(user, row));
    }

    @Override
    public Mono<Void> forget(Username user) {
        return Flux.from(session.executeReactive(delete.bind(user.asString()))).then();
    }

    private PreparedStatement insert(String columns, String marks) {
        return session.prepare(
                "INSERT INTO %s (%s) VALUES (%s) USING TIMESTAMP ?"
                        .formatted(TABLE.name(), columns, marks));
    }

    private BoundStatement statement(Visit one) {
        String user = one.user().asString();
        String protocol = one.protocol().name();
        long written = ChronoUnit.MICROS.between(Instant.EPOCH, one.at());
        return one.afterDownload() == AfterDownload.UNKNOWN
                ? visit.bind(user, protocol, one.device(), one.at(), written)
                : visitAndDownload.bind(
                        user,
                        protocol,
                        one.device(),
                        one.at(),
                        one.afterDownload().name(),
                        written);
    }

    private static Visit visit(Username user, Row row) {
        return new Visit(
                user,
                AccessProtocol.valueOf(row.getString("protocol")),
                row.getString("device"),
                row.getInstant("last_visit"),
                Optional.ofNullable(row.getString("after_download"))
                        .map(AfterDownload::valueOf)
                        .orElse(AfterDownload.UNKNOWN));
    }
}
