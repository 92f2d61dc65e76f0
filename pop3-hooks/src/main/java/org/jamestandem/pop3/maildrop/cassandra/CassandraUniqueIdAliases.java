package org.jamestandem.pop3.maildrop.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.james.core.Username;
import org.jamestandem.kernel.state.cassandra.Statements;
import org.jamestandem.pop3.uidl.MessageKey;
import org.jamestandem.pop3.uidl.UniqueId;
import org.jamestandem.pop3.uidl.UniqueIdAliases;
import reactor.core.publisher.Mono;

/**
 * Each caller of {@link #keepFirst} writes its aliases whole, under an opening of its own; then one
 * lightweight transaction says whose opening counts.
 */
final class CassandraUniqueIdAliases implements UniqueIdAliases {
    private static final String SELECT_OPENING =
            "SELECT opening FROM " + Tables.FIRST_OPENINGS + " WHERE owner = ?";
    private static final String INSERT_OPENING =
            "INSERT INTO "
                    + Tables.FIRST_OPENINGS
                    + " (owner, opening) VALUES (?, ?) IF NOT EXISTS";
    private static final String UPDATE_OPENING =
            "UPDATE " + Tables.FIRST_OPENINGS + " SET opening = ? WHERE owner = ? IF opening = ?";
    private static final String SELECT_ALIASES =
            "SELECT message, unique_id FROM " + Tables.ALIASES + " WHERE owner = ? AND opening = ?";
    private static final String INSERT_ALIAS =
            "INSERT INTO "
                    + Tables.ALIASES
                    + " (owner, opening, message, unique_id) VALUES (?, ?, ?, ?)";
    private static final String DELETE_ALIASES =
            "DELETE FROM " + Tables.ALIASES + " WHERE owner = ? AND opening = ?";

    private static final String DELETE_OPENING =
            "DELETE FROM " + Tables.FIRST_OPENINGS + " WHERE owner = ? IF opening = ?";

    private static final String APPLIED = "[applied]";

    private final Statements statements;

    CassandraUniqueIdAliases(Statements statements) {
        this.statements = statements;
    }

    @Override
    public Mono<Map<MessageKey, UniqueId>> of(Username owner) {
        return statements
                .rows(SELECT_OPENING, owner.asString())
                .next()
                .flatMap(row -> aliases(owner, row.getUuid("opening")));
    }

    @Override
    public Mono<Map<MessageKey, UniqueId>> keepFirst(
            Username owner, Map<MessageKey, UniqueId> aliases) {
        return Mono.fromSupplier(UUID::randomUUID)
                .flatMap(
                        opening ->
                                write(owner, opening, aliases)
                                        .then(claim(owner, opening))
                                        .flatMap(row -> decided(row, owner, opening, aliases)));
    }

    /** What was kept before is removed once nobody is led to it any more. */
    @Override
    public Mono<Void> replace(Username owner, Map<MessageKey, UniqueId> aliases) {
        return Mono.fromSupplier(UUID::randomUUID)
                .flatMap(opening -> replace(owner, opening, aliases));
    }

    /** The opening goes last: what leads to aliases is there as long as they are. */
    @Override
    public Mono<Void> forget(Username owner) {
        return statements
                .rows(SELECT_OPENING, owner.asString())
                .next()
                .map(row -> row.getUuid("opening"))
                .flatMap(
                        opening ->
                                statements
                                        .run(DELETE_ALIASES, owner.asString(), opening)
                                        .then(
                                                statements.run(
                                                        DELETE_OPENING,
                                                        owner.asString(),
                                                        opening)));
    }

    private Mono<Void> replace(Username owner, UUID opening, Map<MessageKey, UniqueId> aliases) {
        return write(owner, opening, aliases)
                .then(claim(owner, opening))
                .filter(claim -> !claim.getBoolean(APPLIED))
                .map(claim -> claim.getUuid("opening"))
                .filter(before -> !before.equals(opening))
                .flatMap(
                        before ->
                                statements
                                        .run(UPDATE_OPENING, opening, owner.asString(), before)
                                        .then(
                                                statements.run(
                                                        DELETE_ALIASES, owner.asString(), before)));
    }

    private Mono<Void> write(Username owner, UUID opening, Map<MessageKey, UniqueId> aliases) {
        return statements.runInPartition(
                INSERT_ALIAS,
                aliases.entrySet(),
                alias ->
                        List.of(
                                owner.asString(),
                                opening,
                                alias.getKey().value(),
                                alias.getValue().value()));
    }

    private Mono<Row> claim(Username owner, UUID opening) {
        return statements.rows(INSERT_OPENING, owner.asString(), opening).next();
    }

    private Mono<Map<MessageKey, UniqueId>> decided(
            Row claim, Username owner, UUID opening, Map<MessageKey, UniqueId> aliases) {
        if (claim.getBoolean(APPLIED) || opening.equals(claim.getUuid("opening"))) {
            return Mono.just(Map.copyOf(aliases));
        }
        return statements
                .run(DELETE_ALIASES, owner.asString(), opening)
                .then(aliases(owner, claim.getUuid("opening")));
    }

    private Mono<Map<MessageKey, UniqueId>> aliases(Username owner, UUID opening) {
        return statements
                .manyRows(SELECT_ALIASES, owner.asString(), opening)
                .<Map<MessageKey, UniqueId>>collect(
                        HashMap::new,
                        (all, row) ->
                                all.put(
                                        new MessageKey(row.getString(0)),
                                        new UniqueId(row.getString(1))))
                .map(Collections::unmodifiableMap);
    }
}
