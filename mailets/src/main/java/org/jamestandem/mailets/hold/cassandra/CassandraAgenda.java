package org.jamestandem.mailets.hold.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.james.core.Username;
import org.jamestandem.kernel.state.cassandra.CassandraTable;
import org.jamestandem.kernel.state.cassandra.Statements;
import org.jamestandem.mailets.hold.Agenda;
import org.jamestandem.mailets.hold.AgendaEntry;
import org.jamestandem.mailets.hold.AgendaPart;
import org.jamestandem.mailets.hold.Errand;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A partition for each part, and one for each errand with the parts that there are. */
@Singleton
public final class CassandraAgenda implements Agenda {
    private static final String LIFETIME =
            "gc_grace_seconds = 86400 AND default_time_to_live = "
                    + Duration.ofDays(180).toSeconds();

    static final CassandraTable ENTRIES =
            new CassandraTable(
                    "tandem_held_agenda",
                    "errand text, due timestamp, shard int, owner text, id uuid, attempt uuid,"
                            + " PRIMARY KEY ((errand, due, shard), owner, id)",
                    LIFETIME);
    static final CassandraTable PARTS =
            new CassandraTable(
                    "tandem_held_parts",
                    "errand text, due timestamp, shard int, PRIMARY KEY ((errand), due, shard)",
                    LIFETIME);

    /** A node notes a part once in this time. */
    private static final Duration NOTED = Duration.ofMinutes(1);

    private static final int PARTS_CACHED = 10_000;
    private static final String PART = " WHERE errand = ? AND due = ? AND shard = ?";
    private static final String NOTE =
            "INSERT INTO " + PARTS.name() + " (errand, due, shard) VALUES (?, ?, ?)";
    private static final String ENROL =
            "INSERT INTO "
                    + ENTRIES.name()
                    + " (errand, due, shard, owner, id)"
                    + " VALUES (?, ?, ?, ?, ?)";
    private static final String DUE =
            "SELECT due, shard FROM " + PARTS.name() + " WHERE errand = ? AND due <= ?";
    private static final String ALL = "SELECT owner, id, attempt FROM " + ENTRIES.name() + PART;
    private static final String OF_OWNER = ALL + " AND owner = ?";
    private static final String ATTEMPT =
            "UPDATE " + ENTRIES.name() + " SET attempt = ?" + PART + " AND owner = ? AND id = ?";
    private static final String STRIKE =
            "DELETE FROM " + ENTRIES.name() + PART + " AND owner = ? AND id = ?";
    private static final String CLOSE = "DELETE FROM " + PARTS.name() + PART;

    private final Statements statements;
    private final Cache<AgendaPart, Boolean> noted =
            CacheBuilder.newBuilder().maximumSize(PARTS_CACHED).expireAfterWrite(NOTED).build();

    @Inject
    public CassandraAgenda(CqlSession session) {
        List.of(ENTRIES, PARTS).forEach(table -> table.create(session));
        this.statements = new Statements(session);
    }

    /** The part comes first: an entry without it would never be found. */
    @Override
    public Mono<Void> enrol(AgendaPart part, Username owner, UUID id) {
        return Mono.defer(() -> noted.getIfPresent(part) == null ? note(part) : Mono.empty())
                .then(
                        statements.run(
                                ENROL,
                                part.errand().name(),
                                part.due(),
                                part.shard(),
                                owner.asString(),
                                id));
    }

    @Override
    public Flux<AgendaPart> due(Errand errand, Instant now) {
        return statements
                .rows(DUE, errand.name(), now)
                .map(row -> new AgendaPart(errand, row.getInstant("due"), row.getInt("shard")));
    }

    @Override
    public Flux<AgendaEntry> entries(AgendaPart part) {
        return statements
                .rows(ALL, part.errand().name(), part.due(), part.shard())
                .map(CassandraAgenda::entry);
    }

    @Override
    public Flux<AgendaEntry> entries(AgendaPart part, Username owner) {
        return statements
                .rows(OF_OWNER, part.errand().name(), part.due(), part.shard(), owner.asString())
                .map(CassandraAgenda::entry);
    }

    @Override
    public Mono<Void> attempt(AgendaPart part, Username owner, Collection<UUID> ids, UUID attempt) {
        return statements.runInPartition(
                ATTEMPT,
                ids,
                id ->
                        List.of(
                                attempt,
                                part.errand().name(),
                                part.due(),
                                part.shard(),
                                owner.asString(),
                                id));
    }

    @Override
    public Mono<Void> strike(AgendaPart part, Username owner, Collection<UUID> ids) {
        return statements.runInPartition(
                STRIKE,
                ids,
                id ->
                        List.of(
                                part.errand().name(),
                                part.due(),
                                part.shard(),
                                owner.asString(),
                                id));
    }

    @Override
    public Mono<Void> close(AgendaPart part) {
        return Mono.fromRunnable(() -> noted.invalidate(part))
                .then(statements.run(CLOSE, part.errand().name(), part.due(), part.shard()));
    }

    private Mono<Void> note(AgendaPart part) {
        return statements
                .run(NOTE, part.errand().name(), part.due(), part.shard())
                .doOnSuccess(done -> noted.put(part, true));
    }

    private static AgendaEntry entry(Row row) {
        return new AgendaEntry(
                Username.of(row.getString("owner")),
                row.getUuid("id"),
                Optional.ofNullable(row.getUuid("attempt")));
    }
}
