package org.jamestandem.pop3.maildrop.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jamestandem.kernel.state.cassandra.Statements;
import org.jamestandem.pop3.maildrop.MessageMarks;
import org.jamestandem.pop3.reader.Reader;
import org.jamestandem.pop3.uidl.MessageKey;
import reactor.core.publisher.Mono;

/**
 * One row for each mark. Its write time is the mark's own time with the sign turned round, counted
 * from {@code written_from}: so the earliest mark wins on every node without reading first. What is
 * forgotten is removed at {@code written_from}, which goes before all marks that are there; those
 * that come later are counted from a number so much higher that they go before the removal.
 */
final class CassandraMessageMarks implements MessageMarks {
    /** Longer, in microseconds, than any time of a mark: good until the year 2128. */
    private static final long STEP = 5_000_000_000_000_000L;

    private static final String READER = " WHERE owner = ? AND device = ?";

    private final Statements statements;
    private final String select;
    private final String selectFirst;
    private final String insert;
    private final String updateFrom;
    private final String delete;

    /**
     * @param table one of those that {@link Tables} creates for marks
     */
    CassandraMessageMarks(Statements statements, String table) {
        this.statements = statements;
        this.select = "SELECT message, since FROM " + table + READER;
        this.selectFirst = "SELECT message, written_from FROM " + table + READER + " LIMIT 1";
        this.insert =
                "INSERT INTO "
                        + table
                        + " (owner, device, message, since) VALUES (?, ?, ?, ?) USING TIMESTAMP ?";
        this.updateFrom = "UPDATE " + table + " USING TIMESTAMP ? SET written_from = ?" + READER;
        this.delete = "DELETE FROM " + table + " USING TIMESTAMP ?" + READER;
    }

    @Override
    public Mono<Map<MessageKey, Instant>> of(Reader reader) {
        return statements
                .manyRows(select, reader.user().asString(), reader.device().name())
                .filter(row -> !row.isNull(0))
                .<Map<MessageKey, Instant>>collect(
                        HashMap::new,
                        (all, row) -> all.put(new MessageKey(row.getString(0)), row.getInstant(1)))
                .map(Collections::unmodifiableMap);
    }

    @Override
    public Mono<Void> mark(Reader reader, Collection<MessageKey> messages, Instant at) {
        return first(reader)
                .map(row -> row.getLong("written_from"))
                .defaultIfEmpty(0L)
                .flatMap(from -> mark(reader, messages, at, from - micros(at)));
    }

    private Mono<Void> mark(
            Reader reader, Collection<MessageKey> messages, Instant at, long written) {
        String owner = reader.user().asString();
        String device = reader.device().name();
        return statements.runInPartition(
                insert, messages, message -> List.of(owner, device, message.value(), at, written));
    }

    /** Where later marks are counted from is said first: a removal that stops is done again. */
    @Override
    public Mono<Void> forget(Reader reader) {
        String owner = reader.user().asString();
        String device = reader.device().name();
        return first(reader)
                .filter(row -> !row.isNull("message"))
                .map(row -> row.getLong("written_from"))
                .flatMap(
                        from ->
                                statements
                                        .run(updateFrom, from + STEP, from + STEP, owner, device)
                                        .then(statements.run(delete, from, owner, device)));
    }

    private Mono<Row> first(Reader reader) {
        return statements
                .rows(selectFirst, reader.user().asString(), reader.device().name())
                .next();
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}
