package org.jamestandem.kernel.audit.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.apache.james.core.Username;
import org.jamestandem.kernel.audit.AuditEntry;
import org.jamestandem.kernel.audit.AuditSettings;
import org.jamestandem.kernel.audit.AuditTrail;
import org.jamestandem.kernel.state.cassandra.CassandraTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One row for each entry, in a partition for each user and day (UTC). Rows leave by themselves when
 * their time is over.
 */
@Singleton
public final class CassandraAuditTrail implements AuditTrail {
    private static final CassandraTable TABLE =
            new CassandraTable(
                    "tandem_audit",
                    "owner text, day date, at timestamp, id uuid, entry blob,"
                            + " PRIMARY KEY ((owner, day), at, id)",
                    "CLUSTERING ORDER BY (at DESC, id ASC)"
                            + " AND default_time_to_live = "
                            + Duration.ofDays(400).toSeconds()
                            + " AND compaction = {'class': 'TimeWindowCompactionStrategy',"
                            + " 'compaction_window_unit': 'DAYS', 'compaction_window_size': 7}");

    private static final Logger LOGGER = LoggerFactory.getLogger(CassandraAuditTrail.class);
    private static final Duration LONGEST = Duration.ofDays(400);
    private static final int DAYS_AT_ONCE = 8;

    private final CqlSession session;
    private final Duration retention;
    private final Clock clock;
    private final PreparedStatement insert;
    private final PreparedStatement select;
    private final PreparedStatement delete;

    @Inject
    public CassandraAuditTrail(CqlSession session, AuditSettings settings, Clock clock) {
        TABLE.create(session);
        this.session = session;
        this.retention = settings.retention();
        this.clock = clock;
        this.insert =
                session.prepare(
                        "INSERT INTO "
                                + TABLE.name()
                                + " (owner, day, at, id, entry) VALUES (?, ?, ?, ?, ?)"
                                + " USING TTL ?");
        this.select =
                session.prepare(
                        "SELECT at, id, entry FROM "
                                + TABLE.name()
                                + " WHERE owner = ? AND day = ? AND at >= ? AND at < ?");
        this.delete =
                session.prepare("DELETE FROM " + TABLE.name() + " WHERE owner = ? AND day = ?");
    }

    @Override
    public Mono<Void> append(AuditEntry entry) {
        return Mono.defer(
                () -> {
                    Duration left = Duration.between(clock.instant(), entry.at().plus(retention));
                    return left.toSeconds() < 1 ? Mono.empty() : insert(entry, left);
                });
    }

    @Override
    public Flux<AuditEntry> entries(Username owner, Instant from, Instant to) {
        return Flux.defer(
                () -> {
                    Instant oldest = clock.instant().minus(retention);
                    Instant first = from.isBefore(oldest) ? oldest : from;
                    Instant last = earlier(to, clock.instant().plus(Duration.ofDays(1)));
                    return Flux.fromStream(days(first, last))
                            .flatMapSequential(
                                    day -> select(owner, day, first, last), DAYS_AT_ONCE);
                });
    }

    /** Walks the longest time that any setting may have had. */
    @Override
    public Mono<Void> forget(Username owner) {
        return Flux.defer(
                        () -> {
                            Instant now = clock.instant();
                            return Flux.fromStream(
                                    days(now.minus(LONGEST), now.plus(Duration.ofDays(1))));
                        })
                .flatMap(day -> run(delete, owner.asString(), day), DAYS_AT_ONCE)
                .then();
    }

    private Mono<Void> insert(AuditEntry entry, Duration left) {
        return Mono.fromCallable(() -> EntryBlob.of(entry))
                .flatMap(
                        blob ->
                                run(
                                        insert,
                                        entry.owner().asString(),
                                        day(entry.at()),
                                        entry.at(),
                                        entry.id(),
                                        blob,
                                        (int) left.toSeconds()));
    }

    private Flux<AuditEntry> select(Username owner, LocalDate day, Instant from, Instant to) {
        return Flux.from(session.executeReactive(select.bind(owner.asString(), day, from, to)))
                .concatMap(row -> entry(owner, row));
    }

    private Mono<Void> run(PreparedStatement statement, Object... values) {
        return Flux.from(session.executeReactive(statement.bind(values))).then();
    }

    private static Mono<AuditEntry> entry(Username owner, Row row) {
        return Mono.fromCallable(
                        () ->
                                EntryBlob.read(
                                        row.getUuid("id"),
                                        owner,
                                        row.getInstant("at"),
                                        row.getByteBuffer("entry")))
                .onErrorResume(
                        error -> {
                            LOGGER.error("An audit entry of {} is unreadable", owner, error);
                            return Mono.empty();
                        });
    }

    /** From the latest day to the first. */
    private static Stream<LocalDate> days(Instant from, Instant to) {
        if (!from.isBefore(to)) {
            return Stream.empty();
        }
        LocalDate first = day(from);
        return Stream.iterate(day(to), day -> !day.isBefore(first), day -> day.minusDays(1));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
