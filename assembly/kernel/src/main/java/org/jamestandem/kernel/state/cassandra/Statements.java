package org.jamestandem.kernel.state.cassandra;

import com.datastax.dse.driver.api.core.cql.reactive.ReactiveRow;
import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchType;
import com.datastax.oss.driver.api.core.cql.BatchableStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Statements at QUORUM, which is what makes a write of one node seen by all. Every one may be
 * repeated without harm.
 */
public final class Statements {
    private static final int PAGE = 5000;

    /** Keeps a batch of our rows below the 5 KiB from which Cassandra warns. */
    private static final int BATCH = 40;

    private static final int BATCHES_AT_ONCE = 8;

    private final CqlSession session;
    private final Map<String, PreparedStatement> prepared = new ConcurrentHashMap<>();

    /** Statements in the keyspace that {@code session} uses. */
    public Statements(CqlSession session) {
        this.session = session;
    }

    /** Runs one statement; its rows, page by page. */
    public Flux<Row> rows(String cql, Object... values) {
        return Mono.defer(() -> statement(cql))
                .flatMapMany(statement -> session.executeReactive(statement.bind(values)));
    }

    /** As {@link #rows}, faster for many rows. */
    public Flux<Row> manyRows(String cql, Object... values) {
        return statement(cql)
                .flatMap(
                        statement ->
                                Mono.fromCompletionStage(
                                        () -> session.executeAsync(statement.bind(values))))
                .expand(Statements::nextPage)
                .concatMapIterable(AsyncResultSet::currentPage);
    }

    private static Mono<AsyncResultSet> nextPage(AsyncResultSet page) {
        return page.hasMorePages() ? Mono.fromCompletionStage(page::fetchNextPage) : Mono.empty();
    }

    /** Runs one statement that has no rows. */
    public Mono<Void> run(String cql, Object... values) {
        return rows(cql, values).then();
    }

    /**
     * Runs one statement for each row. All must write the same partition: only then a batch is
     * cheaper than its parts.
     */
    public <T> Mono<Void> runInPartition(
            String cql, Collection<T> rows, Function<T, List<Object>> values) {
        return Flux.fromIterable(rows)
                .map(row -> values.apply(row).toArray())
                .buffer(BATCH)
                .flatMap(some -> batch(cql, some), BATCHES_AT_ONCE)
                .then();
    }

    private Flux<ReactiveRow> batch(String cql, List<Object[]> values) {
        return statement(cql)
                .map(statement -> batch(statement, values))
                .flatMapMany(session::executeReactive);
    }

    private static BatchStatement batch(PreparedStatement statement, List<Object[]> values) {
        return BatchStatement.builder(BatchType.UNLOGGED)
                .addStatements(values.stream().<BatchableStatement<?>>map(statement::bind).toList())
                .setConsistencyLevel(ConsistencyLevel.QUORUM)
                .setIdempotence(true)
                .build();
    }

    /** Prepares without a wait: the driver's own threads come here too. */
    private Mono<PreparedStatement> statement(String cql) {
        PreparedStatement known = prepared.get(cql);
        return known != null
                ? Mono.just(known)
                : Mono.fromCompletionStage(() -> session.prepareAsync(simple(cql)))
                        .doOnNext(statement -> prepared.put(cql, statement));
    }

    private static SimpleStatement simple(String cql) {
        return SimpleStatement.builder(cql)
                .setConsistencyLevel(ConsistencyLevel.QUORUM)
                .setSerialConsistencyLevel(ConsistencyLevel.SERIAL)
                .setIdempotence(true)
                .setPageSize(PAGE)
                .build();
    }
}
