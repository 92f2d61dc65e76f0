package org.jamestandem.distribution.mailbox;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DriverExecutionProfile;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.time.Duration;
import java.util.UUID;
import org.apache.james.backends.cassandra.init.configuration.JamesExecutionProfiles;
import org.apache.james.backends.cassandra.utils.CassandraAsyncExecutor;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * A number for each mailbox that only grows, in one of James' tables, raised by a conditional
 * write.
 *
 * <p>The condition is the value this node saw last, so that a mailbox that one node writes to takes
 * one lightweight transaction where James takes two: its read before the write. A condition that
 * does not hold costs nothing but another try: Cassandra answers with the value that is there.
 */
final class Counter {
    private static final int REMEMBERED = 100_000;
    private static final int ATTEMPTS = 1000;
    private static final int ATTEMPTS_AFTER_ERRORS = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);
    private static final Duration ERROR_PAUSE = Duration.ofMillis(50);
    private static final int VALUE = 0;
    private static final int MAILBOX = 1;
    private static final int CONDITION = 2;

    private final CassandraAsyncExecutor executor;
    private final CqlIdentifier column;
    private final PreparedStatement select;
    private final PreparedStatement insert;
    private final PreparedStatement update;
    private final DriverExecutionProfile serial;
    private final Cache<UUID, Long> seen =
            CacheBuilder.newBuilder().maximumSize(REMEMBERED).build();

    /**
     * @param column of the number; the key is {@code mailboxId}
     */
    Counter(CqlSession session, String table, CqlIdentifier column) {
        this.executor = new CassandraAsyncExecutor(session);
        this.column = column;
        this.serial = JamesExecutionProfiles.getLWTProfile(session);
        String name = column.asCql(true);
        this.select = session.prepare("SELECT " + name + " FROM " + table + " WHERE mailboxId = ?");
        this.insert =
                session.prepare(
                        "INSERT INTO %s (%s, mailboxId) VALUES (?, ?) IF NOT EXISTS"
                                .formatted(table, name));
        this.update =
                session.prepare(
                        "UPDATE %s SET %s = ? WHERE mailboxId = ? IF %s = ?"
                                .formatted(table, name, name));
    }

    /** One that was there and could be raised, or the value that was there instead. */
    private record Outcome(boolean raised, long value) {}

    /** Another node was faster. */
    private static final class Overtaken extends RuntimeException {
        Overtaken() {
            super("another node raised the number", null, false, false);
        }
    }

    /**
     * Raises the number.
     *
     * @param by 1 or more
     * @return the new value: {@code by} numbers that end with it belong to the caller alone
     */
    Mono<Long> raise(UUID mailbox, long by) {
        return Mono.defer(() -> attempt(mailbox, by))
                .retryWhen(
                        Retry.backoff(ATTEMPTS, FIRST_PAUSE)
                                .maxBackoff(LONGEST_PAUSE)
                                .filter(Overtaken.class::isInstance))
                .retryWhen(Retry.backoff(ATTEMPTS_AFTER_ERRORS, ERROR_PAUSE));
    }

    /**
     * The number; empty when it was never raised.
     *
     * @param strongly whether to see what other nodes have just written
     */
    Mono<Long> current(UUID mailbox, boolean strongly) {
        BoundStatement statement = select.bind(mailbox);
        return executor.executeSingleRow(
                        strongly ? statement.setExecutionProfile(serial) : statement)
                .map(row -> row.getLong(VALUE));
    }

    private Mono<Long> attempt(UUID mailbox, long by) {
        return known(mailbox)
                .flatMap(value -> raise(mailbox, value, by))
                .switchIfEmpty(Mono.defer(() -> start(mailbox, by)))
                .onErrorResume(error -> forget(mailbox, error))
                .flatMap(outcome -> accept(mailbox, outcome));
    }

    private Mono<Long> known(UUID mailbox) {
        return Mono.justOrEmpty(seen.getIfPresent(mailbox))
                .switchIfEmpty(Mono.defer(() -> current(mailbox, true)));
    }

    private Mono<Outcome> raise(UUID mailbox, long value, long by) {
        BoundStatement statement =
                update.bind()
                        .setLong(VALUE, value + by)
                        .setUuid(MAILBOX, mailbox)
                        .setLong(CONDITION, value);
        return executor.executeSingleRow(statement).map(row -> outcome(row, value + by));
    }

    private Mono<Outcome> start(UUID mailbox, long by) {
        BoundStatement statement = insert.bind().setLong(VALUE, by).setUuid(MAILBOX, mailbox);
        return executor.executeSingleRow(statement).map(row -> outcome(row, by));
    }

    private Outcome outcome(Row row, long raised) {
        if (row.getBoolean(0)) {
            return new Outcome(true, raised);
        }
        boolean known = row.getColumnDefinitions().contains(column) && !row.isNull(column);
        return new Outcome(false, known ? row.getLong(column) : 0);
    }

    /** After a timeout the write may have happened, or not. */
    private Mono<Outcome> forget(UUID mailbox, Throwable error) {
        seen.invalidate(mailbox);
        return Mono.error(error);
    }

    private Mono<Long> accept(UUID mailbox, Outcome outcome) {
        if (outcome.value() == 0) {
            seen.invalidate(mailbox);
        } else {
            seen.put(mailbox, outcome.value());
        }
        return outcome.raised() ? Mono.just(outcome.value()) : Mono.error(new Overtaken());
    }
}
