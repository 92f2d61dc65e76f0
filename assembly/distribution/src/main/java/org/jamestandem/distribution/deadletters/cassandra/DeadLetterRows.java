package org.jamestandem.distribution.deadletters.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import java.time.LocalDate;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The statements behind {@link CassandraEventDeadLetters}. */
final class DeadLetterRows {
    private static final byte ONLY_PART = 0;

    private final CqlSession session;
    private final PreparedStatement addDay;
    private final PreparedStatement forgetDay;
    private final PreparedStatement days;
    private final PreparedStatement add;
    private final PreparedStatement remove;
    private final PreparedStatement removeDay;
    private final PreparedStatement event;
    private final PreparedStatement ids;
    private final PreparedStatement oneId;

    DeadLetterRows(CqlSession session) {
        DeadLetterTables.DAYS.create(session);
        DeadLetterTables.LETTERS.create(session);
        this.session = session;
        String inDays = DeadLetterTables.DAYS.name();
        String inLetters = DeadLetterTables.LETTERS.name();
        this.addDay =
                session.prepare(
                        "INSERT INTO " + inDays + " (part, listener, day) VALUES (?, ?, ?)");
        this.forgetDay =
                session.prepare(
                        "DELETE FROM " + inDays + " WHERE part = ? AND listener = ? AND day = ?");
        this.days = session.prepare("SELECT listener, day FROM " + inDays + " WHERE part = ?");
        this.add =
                session.prepare(
                        "INSERT INTO "
                                + inLetters
                                + " (listener, day, id, event) VALUES (?, ?, ?, ?)");
        String partition = " WHERE listener = ? AND day = ?";
        this.remove = session.prepare("DELETE FROM " + inLetters + partition + " AND id = ?");
        this.removeDay = session.prepare("DELETE FROM " + inLetters + partition);
        this.event = session.prepare("SELECT event FROM " + inLetters + partition + " AND id = ?");
        this.ids = session.prepare("SELECT id FROM " + inLetters + partition);
        this.oneId = session.prepare("SELECT id FROM " + inLetters + partition + " LIMIT 1");
    }

    Mono<Void> addDay(Day day) {
        return execute(addDay.bind(ONLY_PART, day.listener(), day.date()));
    }

    Mono<Void> forgetDay(Day day) {
        return execute(forgetDay.bind(ONLY_PART, day.listener(), day.date()));
    }

    Flux<Day> days() {
        return Flux.from(session.executeReactive(days.bind(ONLY_PART)))
                .map(row -> new Day(row.getString("listener"), row.getLocalDate("day")));
    }

    Mono<Void> add(Day day, UUID id, String event) {
        return execute(add.bind(day.listener(), day.date(), id, event));
    }

    Mono<Void> remove(Day day, UUID id) {
        return execute(remove.bind(day.listener(), day.date(), id));
    }

    Mono<Void> removeAll(Day day) {
        return execute(removeDay.bind(day.listener(), day.date()));
    }

    Mono<String> event(Day day, UUID id) {
        return Flux.from(session.executeReactive(event.bind(day.listener(), day.date(), id)))
                .next()
                .map(row -> row.getString(0));
    }

    Flux<UUID> ids(Day day) {
        return Flux.from(session.executeReactive(ids.bind(day.listener(), day.date())))
                .map(row -> row.getUuid(0));
    }

    Mono<Boolean> isEmpty(Day day) {
        return Flux.from(session.executeReactive(oneId.bind(day.listener(), day.date())))
                .hasElements()
                .map(found -> !found);
    }

    private Mono<Void> execute(BoundStatement statement) {
        return Flux.from(session.executeReactive(statement)).then();
    }

    /** The name of one partition of letters. */
    record Day(String listener, LocalDate date) {}
}
