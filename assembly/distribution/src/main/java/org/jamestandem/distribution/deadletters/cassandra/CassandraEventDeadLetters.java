package org.jamestandem.distribution.deadletters.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.uuid.Uuids;
import com.google.common.base.Preconditions;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.apache.james.events.Event;
import org.apache.james.events.EventDeadLetters;
import org.apache.james.events.EventSerializer;
import org.apache.james.events.Group;
import org.jamestandem.distribution.deadletters.cassandra.DeadLetterRows.Day;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Failed events of every node, one row each. An insertion id is a time-based UUID, oldest first in
 * every list, so that a replay keeps the order in which events failed.
 *
 * <p>Every operation may be repeated and may run on several nodes at once. A letter is written
 * after the row that leads to it: whoever dies in between leaves an empty day, never a letter that
 * nobody finds.
 */
@Singleton
public final class CassandraEventDeadLetters implements EventDeadLetters {
    private static final Logger LOGGER = LoggerFactory.getLogger(CassandraEventDeadLetters.class);
    private static final int TIME_BASED = 1;
    private static final int CONCURRENCY = 4;

    /**
     * Younger days are never taken off the index: a node whose clock lags may still write there.
     */
    private static final int DAYS_IN_USE = 2;

    private final DeadLetterRows rows;
    private final EventSerializer serializer;
    private final Clock clock;

    /** Creates the tables where they are missing. */
    @Inject
    public CassandraEventDeadLetters(CqlSession session, EventSerializer serializer, Clock clock) {
        this.rows = new DeadLetterRows(session);
        this.serializer = serializer;
        this.clock = clock;
    }

    @Override
    public Mono<InsertionId> store(Group group, Event event) {
        requireGroup(group);
        Preconditions.checkArgument(event != null, FAIL_DELIVERED_EVENT_CANNOT_BE_NULL);
        return Mono.fromCallable(() -> serializer.toJson(event))
                .flatMap(
                        json -> {
                            UUID id = Uuids.timeBased();
                            Day day = new Day(group.asString(), dateOf(id));
                            return rows.addDay(day)
                                    .then(rows.add(day, id, json))
                                    .thenReturn(InsertionId.of(id));
                        });
    }

    @Override
    public Mono<Void> remove(Group group, InsertionId id) {
        requireGroup(group);
        requireId(id);
        return isOurs(id) ? rows.remove(dayOf(group, id), id.getId()) : Mono.empty();
    }

    @Override
    public Mono<Void> remove(Group group) {
        requireGroup(group);
        return days(group).concatMap(rows::removeAll).then();
    }

    @Override
    public Mono<Event> failedEvent(Group group, InsertionId id) {
        requireGroup(group);
        requireId(id);
        return isOurs(id)
                ? rows.event(dayOf(group, id), id.getId()).map(serializer::asEvent)
                : Mono.empty();
    }

    @Override
    public Flux<InsertionId> failedIds(Group group) {
        requireGroup(group);
        return days(group).concatMap(rows::ids).map(InsertionId::of);
    }

    @Override
    public Flux<Group> groupsWithFailedEvents() {
        return filledDays().map(Day::listener).distinct().concatMap(this::group);
    }

    @Override
    public Mono<Boolean> containEvents() {
        return filledDays().hasElements();
    }

    /** A listener that is no longer there keeps its letters; nobody could take them now. */
    private Mono<Group> group(String name) {
        return Mono.fromCallable(() -> Group.deserialize(name))
                .onErrorResume(
                        Group.GroupDeserializationException.class,
                        e -> {
                            LOGGER.warn("Dead letters of {}, which is not installed here", name);
                            return Mono.empty();
                        });
    }

    private Flux<Day> days(Group group) {
        return rows.days().filter(day -> day.listener().equals(group.asString()));
    }

    private Flux<Day> filledDays() {
        return rows.days()
                .flatMapSequential(
                        day ->
                                rows.isEmpty(day)
                                        .flatMap(
                                                empty ->
                                                        empty ? forgetIfOver(day) : Mono.just(day)),
                        CONCURRENCY);
    }

    private Mono<Day> forgetIfOver(Day day) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return day.date().isBefore(today.minusDays(DAYS_IN_USE))
                ? rows.forgetDay(day).then(Mono.empty())
                : Mono.empty();
    }

    private static Day dayOf(Group group, InsertionId id) {
        return new Day(group.asString(), dateOf(id.getId()));
    }

    private static LocalDate dateOf(UUID id) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(Uuids.unixTimestamp(id)), ZoneOffset.UTC);
    }

    private static boolean isOurs(InsertionId id) {
        return id.getId().version() == TIME_BASED;
    }

    private static void requireGroup(Group group) {
        Preconditions.checkArgument(group != null, REGISTERED_GROUP_CANNOT_BE_NULL);
    }

    private static void requireId(InsertionId id) {
        Preconditions.checkArgument(id != null, FAIL_DELIVERED_ID_INSERTION_CANNOT_BE_NULL);
    }
}
