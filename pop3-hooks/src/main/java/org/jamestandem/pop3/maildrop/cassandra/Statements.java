package org.jamestandem.pop3.maildrop.cassandra;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Statements at QUORUM, which is what makes a write of one node seen by all. Every one may be
 * repeated without harm.
 */
final class Statements {
    private static final int PAGE = 5000;

    private final CqlSession session;
    private final Map<String, PreparedStatement> prepared = new ConcurrentHashMap<>();

    Statements(CqlSession session) {
        this.session = session;
    }

    Flux<Row> rows(String cql, Object... values) {
        return Flux.defer(() -> Flux.from(session.executeReactive(bound(cql, values))));
    }

    Mono<Void> run(String cql, Object... values) {
        return rows(cql, values).then();
    }

    private BoundStatement bound(String cql, Object... values) {
        return prepared.computeIfAbsent(cql, this::prepare).bind(values);
    }

    private PreparedStatement prepare(String cql) {
        return session.prepare(
                SimpleStatement.builder(cql)
                        .setConsistencyLevel(ConsistencyLevel.QUORUM)
                        .setSerialConsistencyLevel(ConsistencyLevel.SERIAL)
                        .setIdempotence(true)
                        .setPageSize(PAGE)
                        .build());
    }
}
