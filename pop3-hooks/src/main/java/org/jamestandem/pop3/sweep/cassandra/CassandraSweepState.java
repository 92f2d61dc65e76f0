package org.jamestandem.pop3.sweep.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.apache.james.core.Username;
import org.jamestandem.kernel.state.cassandra.CassandraTable;
import org.jamestandem.kernel.state.cassandra.Statements;
import org.jamestandem.pop3.sweep.Promise;
import org.jamestandem.pop3.sweep.SweepState;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Days in partitions of their own, which leave by themselves; claims by lightweight transaction.
 */
@Singleton
public final class CassandraSweepState implements SweepState {
    static final CassandraTable DAYS =
            new CassandraTable(
                    "tandem_pop3_due",
                    "day date, shard int, owner text, PRIMARY KEY ((day, shard), owner)",
                    "gc_grace_seconds = 86400");
    static final CassandraTable PROMISES =
            new CassandraTable(
                    "tandem_pop3_promises",
                    "owner text PRIMARY KEY, days bigint, since timestamp",
                    "");
    static final CassandraTable CLAIMS =
            new CassandraTable(
                    "tandem_pop3_claims",
                    "owner text PRIMARY KEY, holder uuid",
                    "gc_grace_seconds = 3600");

    private static final long FOR_EVER = -1;
    private static final int DAYS_AT_ONCE = 16;
    private static final String ENROL =
            "INSERT INTO " + DAYS.name() + " (day, shard, owner) VALUES (?, ?, ?)";
    private static final String ENROLLED =
            "SELECT owner FROM " + DAYS.name() + " WHERE day = ? AND shard = ?";
    private static final String IS_ENROLLED =
            "SELECT day FROM " + DAYS.name() + " WHERE day = ? AND shard = ? AND owner = ?";
    private static final String STRIKE =
            "DELETE FROM " + DAYS.name() + " WHERE day = ? AND shard = ? AND owner = ?";
    private static final String PROMISE =
            "SELECT days, since FROM " + PROMISES.name() + " WHERE owner = ?";
    private static final String KEEP =
            "INSERT INTO " + PROMISES.name() + " (owner, days, since) VALUES (?, ?, ?)";
    private static final String FORGET = "DELETE FROM " + PROMISES.name() + " WHERE owner = ?";
    private static final String CLAIM =
            "INSERT INTO "
                    + CLAIMS.name()
                    + " (owner, holder) VALUES (?, ?) IF NOT EXISTS"
                    + " USING TTL ?";
    private static final String RELEASE =
            "DELETE FROM " + CLAIMS.name() + " WHERE owner = ? IF holder = ?";

    private final Statements statements;
    private final UUID node = UUID.randomUUID();

    @Inject
    public CassandraSweepState(CqlSession session) {
        List.of(DAYS, PROMISES, CLAIMS).forEach(table -> table.create(session));
        this.statements = new Statements(session);
    }

    @Override
    public Mono<Void> enrol(Username owner, LocalDate day) {
        return statements.run(ENROL, day, SweepState.shard(owner), owner.asString());
    }

    @Override
    public Flux<Username> enrolled(LocalDate day, int shard) {
        return statements
                .rows(ENROLLED, day, shard)
                .map(row -> Username.of(row.getString("owner")));
    }

    @Override
    public Mono<Void> strike(Username owner, LocalDate day) {
        return statements.run(STRIKE, day, SweepState.shard(owner), owner.asString());
    }

    @Override
    public Flux<LocalDate> days(Username owner, LocalDate first, LocalDate last) {
        int shard = SweepState.shard(owner);
        return Flux.fromStream(() -> first.datesUntil(last.plusDays(1)))
                .flatMap(
                        day -> statements.rows(IS_ENROLLED, day, shard, owner.asString()),
                        DAYS_AT_ONCE)
                .map(row -> row.getLocalDate("day"));
    }

    @Override
    public Mono<Promise> promise(Username owner) {
        return statements.rows(PROMISE, owner.asString()).next().map(CassandraSweepState::promise);
    }

    @Override
    public Mono<Void> promise(Username owner, Promise promise) {
        return statements.run(
                KEEP, owner.asString(), promise.days().orElse(FOR_EVER), promise.from());
    }

    /** Its write time is negative, so that it changes nothing that is there. */
    @Override
    public Mono<Void> promiseFirst(Username owner, Promise promise) {
        return statements.run(
                KEEP + " USING TIMESTAMP ?",
                owner.asString(),
                promise.days().orElse(FOR_EVER),
                promise.from(),
                -ChronoUnit.MICROS.between(Instant.EPOCH, promise.from()));
    }

    @Override
    public Mono<Void> forgetPromise(Username owner) {
        return statements.run(FORGET, owner.asString());
    }

    @Override
    public Mono<Boolean> claim(Username owner, Duration length) {
        return statements
                .rows(CLAIM, owner.asString(), node, (int) length.toSeconds())
                .next()
                .map(row -> row.getBoolean("[applied]"));
    }

    @Override
    public Mono<Void> release(Username owner) {
        return statements.run(RELEASE, owner.asString(), node);
    }

    private static Promise promise(Row row) {
        long days = row.getLong("days");
        return new Promise(
                days == FOR_EVER ? OptionalLong.empty() : OptionalLong.of(days),
                row.getInstant("since"));
    }
}
