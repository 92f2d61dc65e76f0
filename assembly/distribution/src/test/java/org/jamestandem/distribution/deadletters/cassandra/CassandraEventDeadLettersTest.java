package org.jamestandem.distribution.deadletters.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.uuid.Uuids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.james.events.DeadLettersContract;
import org.apache.james.events.EventDeadLetters;
import org.apache.james.events.EventDeadLetters.InsertionId;
import org.jamestandem.testkit.servers.CassandraServer;
import org.jamestandem.testkit.servers.TestServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CassandraEventDeadLettersTest implements DeadLettersContract {
    @RegisterExtension static final CassandraServer CASSANDRA = TestServers.cassandra();

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private EventDeadLetters deadLetters;

    @BeforeEach
    void empty() {
        deadLetters = node();
        CASSANDRA.session().execute("TRUNCATE tandem_dead_letters");
        CASSANDRA.session().execute("TRUNCATE tandem_dead_letter_days");
    }

    @Override
    public EventDeadLetters eventDeadLetters() {
        return deadLetters;
    }

    @Test
    void nodesMayStartAtTheSameTimeAndSeeEachOthersLetters() {
        CASSANDRA.session().execute("DROP TABLE tandem_dead_letters");
        CASSANDRA.session().execute("DROP TABLE tandem_dead_letter_days");
        List<EventDeadLetters> nodes =
                IntStream.range(0, 4).parallel().mapToObj(number -> node()).toList();
        InsertionId id = nodes.get(0).store(ONE_GROUP, ONE_EVENT).block(LIMIT);
        assertThat(nodes.get(3).failedIds(ONE_GROUP).collectList().block(LIMIT))
                .containsExactly(id);
    }

    @Test
    void lettersAreListedInTheOrderInWhichTheyFailed() {
        InsertionId old = letterOf(Instant.now().minus(Duration.ofDays(40)));
        InsertionId older = letterOf(Instant.now().minus(Duration.ofDays(41)));
        InsertionId first = deadLetters.store(ONE_GROUP, ONE_EVENT).block(LIMIT);
        InsertionId second = deadLetters.store(ONE_GROUP, OTHER_EVENT).block(LIMIT);
        assertThat(deadLetters.failedIds(ONE_GROUP).collectList().block(LIMIT))
                .containsExactly(older, old, first, second);
    }

    @Test
    void groupWhoseLettersAreAllReplayedIsListedNoLonger() {
        InsertionId id = deadLetters.store(ONE_GROUP, ONE_EVENT).block(LIMIT);
        deadLetters.store(OTHER_GROUP, ONE_EVENT).block(LIMIT);
        deadLetters.remove(ONE_GROUP, id).block(LIMIT);
        assertThat(deadLetters.groupsWithFailedEvents().collectList().block(LIMIT))
                .containsExactly(OTHER_GROUP);
    }

    @Test
    void indexForgetsEmptyDaysOnceNobodyWritesThere() {
        deadLetters
                .remove(ONE_GROUP, letterOf(Instant.now().minus(Duration.ofDays(5))))
                .block(LIMIT);
        InsertionId today = deadLetters.store(ONE_GROUP, ONE_EVENT).block(LIMIT);
        deadLetters.remove(ONE_GROUP, today).block(LIMIT);
        assertThat(deadLetters.containEvents().block(LIMIT)).isFalse();
        assertThat(CASSANDRA.session().execute("SELECT day FROM tandem_dead_letter_days").all())
                .extracting(row -> row.getLocalDate(0))
                .containsExactly(dateOf(today.getId()));
    }

    @Test
    void lettersOfAListenerThatIsNotInstalledHideNoOthers() {
        deadLetters.store(ONE_GROUP, ONE_EVENT).block(LIMIT);
        CASSANDRA
                .session()
                .execute(
                        "INSERT INTO tandem_dead_letter_days (part, listener, day)"
                                + " VALUES (0, 'org.example.Gone', '2026-01-01')");
        CASSANDRA
                .session()
                .execute(
                        "INSERT INTO tandem_dead_letters (listener, day, id, event)"
                                + " VALUES ('org.example.Gone', '2026-01-01', now(), '{}')");
        assertThat(deadLetters.groupsWithFailedEvents().collectList().block(LIMIT))
                .containsExactly(ONE_GROUP);
    }

    private static InsertionId letterOf(Instant time) {
        CqlSession session = CASSANDRA.session();
        UUID id = Uuids.startOf(time.toEpochMilli());
        session.execute(
                "INSERT INTO tandem_dead_letter_days (part, listener, day) VALUES (0, ?, ?)",
                ONE_GROUP.asString(),
                dateOf(id));
        session.execute(
                "INSERT INTO tandem_dead_letters (listener, day, id, event) VALUES (?, ?, ?, ?)",
                ONE_GROUP.asString(),
                dateOf(id),
                id,
                DeadLettersContract.serializer().toJson(ONE_EVENT));
        return InsertionId.of(id);
    }

    private static LocalDate dateOf(UUID id) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(Uuids.unixTimestamp(id)), ZoneOffset.UTC);
    }

    private static EventDeadLetters node() {
        return new CassandraEventDeadLetters(
                CASSANDRA.session(), DeadLettersContract.serializer(), Clock.systemUTC());
    }
}
