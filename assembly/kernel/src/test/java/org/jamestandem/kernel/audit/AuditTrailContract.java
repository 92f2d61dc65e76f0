package org.jamestandem.kernel.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.james.core.Username;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** What every {@link AuditTrail} promises. It is set to keep entries for {@link #RETENTION}. */
public interface AuditTrailContract {
    Duration LIMIT = Duration.ofSeconds(30);
    Duration RETENTION = Duration.ofDays(30);
    AuditSettings SETTINGS = new AuditSettings(RETENTION, true);
    Username ANNA = Username.of("anna@tandem.example");
    Username BOB = Username.of("bob@tandem.example");

    /** Before the present, so that rows have not left by themselves. */
    Instant MONDAY = Instant.now().truncatedTo(ChronoUnit.MILLIS).minus(Duration.ofDays(7));

    Instant BEGINNING = Instant.EPOCH;
    Instant END = Instant.now().plus(Duration.ofHours(1));

    AuditTrail testee();

    static AuditEntry entry(Username owner, Instant at, Deed... deeds) {
        return new AuditEntry(
                UUID.randomUUID(),
                owner,
                at,
                Actor.client(AuditChannel.POP3, owner, "laptop", "192.0.2.7"),
                List.of(deeds));
    }

    static Deed taken(String... messages) {
        return new Deed(AuditAction.TAKEN, "on-retrieve keep", "INBOX", List.of(messages));
    }

    static Deed hidden(String... messages) {
        return new Deed(AuditAction.HIDDEN, "on-delete hide", "INBOX", List.of(messages));
    }

    private void append(AuditEntry... entries) {
        for (AuditEntry entry : entries) {
            testee().append(entry).block(LIMIT);
        }
    }

    private List<AuditEntry> entries(Username owner, Instant from, Instant to) {
        return testee().entries(owner, from, to).collectList().block(LIMIT);
    }

    private List<AuditEntry> entries(Username owner) {
        return entries(owner, BEGINNING, END);
    }

    @Test
    default void nothingIsKnownOfAUserToWhoseMailNothingHappened() {
        assertThat(entries(ANNA)).isEmpty();
    }

    @Test
    default void anEntryComesBackWhole() {
        AuditEntry entry = entry(ANNA, MONDAY, taken("1", "2"), hidden("2"));
        append(entry);
        assertThat(entries(ANNA)).containsExactly(entry);
    }

    @Test
    default void anEntryOfManyMessagesComesBackWhole() {
        String[] many =
                IntStream.range(0, 5_000)
                        .mapToObj(i -> new UUID(i, i).toString())
                        .toArray(String[]::new);
        AuditEntry entry = entry(ANNA, MONDAY, taken(many));
        append(entry);
        assertThat(entries(ANNA)).containsExactly(entry);
    }

    @Test
    default void whatIsAppendedTwiceIsKeptOnce() {
        AuditEntry entry = entry(ANNA, MONDAY, taken("1"));
        append(entry, entry);
        assertThat(entries(ANNA)).containsExactly(entry);
    }

    @Test
    default void entriesOfOneInstantAreKeptApart() {
        AuditEntry one = entry(ANNA, MONDAY, taken("1"));
        AuditEntry other = entry(ANNA, MONDAY, taken("1"));
        append(one, other);
        assertThat(entries(ANNA)).containsExactlyInAnyOrder(one, other);
    }

    @Test
    default void usersAreKeptApart() {
        append(entry(ANNA, MONDAY, taken("1")));
        assertThat(entries(BOB)).isEmpty();
    }

    @Test
    default void theLatestComesFirstOverManyDays() {
        List<AuditEntry> latestFirst =
                IntStream.range(0, 12)
                        .mapToObj(
                                i ->
                                        entry(
                                                ANNA,
                                                MONDAY.minus(Duration.ofHours(17L * i)),
                                                taken("1")))
                        .toList();
        List<AuditEntry> shuffled = new ArrayList<>(latestFirst);
        Collections.shuffle(shuffled, new Random(7));
        append(shuffled.toArray(AuditEntry[]::new));
        assertThat(entries(ANNA)).containsExactlyElementsOf(latestFirst);
    }

    @Test
    default void theFirstInstantBelongsToWhatIsAskedForAndTheLastDoesNot() {
        AuditEntry first = entry(ANNA, MONDAY, taken("1"));
        AuditEntry second = entry(ANNA, MONDAY.plus(Duration.ofDays(1)), taken("2"));
        append(first, second);
        assertThat(entries(ANNA, first.at(), second.at())).containsExactly(first);
        assertThat(entries(ANNA, second.at(), END)).containsExactly(second);
    }

    @Test
    default void whatIsTooOldIsNotKept() {
        append(entry(ANNA, Instant.now().minus(RETENTION).minusSeconds(5), taken("1")));
        assertThat(entries(ANNA)).isEmpty();
    }

    @Test
    default void aForgottenUserIsForgottenAndNobodyElse() {
        AuditEntry bobs = entry(BOB, MONDAY, taken("1"));
        append(
                entry(ANNA, MONDAY, taken("1")),
                entry(ANNA, MONDAY.plus(Duration.ofDays(3)), taken("2")),
                bobs);
        testee().forget(ANNA).block(LIMIT);
        testee().forget(ANNA).block(LIMIT);
        assertThat(entries(ANNA)).isEmpty();
        assertThat(entries(BOB)).containsExactly(bobs);
    }

    @Test
    default void manyMayAppendAtOnce() {
        List<AuditEntry> all =
                IntStream.range(0, 100)
                        .mapToObj(i -> entry(ANNA, MONDAY.plusSeconds(i), taken("m" + i)))
                        .toList();
        Flux.fromIterable(all)
                .flatMap(
                        entry -> testee().append(entry).subscribeOn(Schedulers.boundedElastic()),
                        16)
                .blockLast(LIMIT);
        assertThat(entries(ANNA)).containsExactlyInAnyOrderElementsOf(all);
    }
}
