package org.jamestandem.pop3.maildrop.cassandra;

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
 * One row for each mark. Its write time is the mark's own time with the sign turned round: so the
 * earliest mark wins on every node without reading first, and a removal, whose write time is
 * positive, goes before all of them.
 */
final class CassandraMessageMarks implements MessageMarks {
    private final Statements statements;
    private final String select;
    private final String insert;
    private final String delete;

    /**
     * @param table one of those that {@link Tables} creates for marks
     */
    CassandraMessageMarks(Statements statements, String table) {
        this.statements = statements;
        this.select = "SELECT message, since FROM " + table + " WHERE owner = ? AND device = ?";
        this.insert =
                "INSERT INTO "
                        + table
                        + " (owner, device, message, since) VALUES (?, ?, ?, ?) USING TIMESTAMP ?";
        this.delete = "DELETE FROM " + table + " WHERE owner = ? AND device = ? AND message = ?";
    }

    @Override
    public Mono<Map<MessageKey, Instant>> of(Reader reader) {
        return statements
                .manyRows(select, reader.user().asString(), reader.device().name())
                .<Map<MessageKey, Instant>>collect(
                        HashMap::new,
                        (all, row) -> all.put(new MessageKey(row.getString(0)), row.getInstant(1)))
                .map(Collections::unmodifiableMap);
    }

    @Override
    public Mono<Void> mark(Reader reader, Collection<MessageKey> messages, Instant at) {
        String owner = reader.user().asString();
        String device = reader.device().name();
        long written = -ChronoUnit.MICROS.between(Instant.EPOCH, at);
        return statements.runInPartition(
                insert, messages, message -> List.of(owner, device, message.value(), at, written));
    }

    @Override
    public Mono<Void> forget(Reader reader, Collection<MessageKey> messages) {
        String owner = reader.user().asString();
        String device = reader.device().name();
        return statements.runInPartition(
                delete, messages, message -> List.of(owner, device, message.value()));
    }
}
