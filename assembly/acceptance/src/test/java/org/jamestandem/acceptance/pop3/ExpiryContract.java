package org.jamestandem.acceptance.pop3;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What the sweeper does is what it has forecast. */
interface ExpiryContract extends OnServer {
    String SWEEP = "/tandem/pop3/sweep?perSecond=1000";
    String FORECAST = SWEEP + "&dryRun";

    @Test
    default void oldSeenMailGoesToTrashAndFlaggedUnseenAndYoungMailStays() {
        Account anna = newAccount(expire("1h", "delivered", "trash", "keep"));
        Instant old = Instant.now().minus(Duration.ofHours(2));
        anna.append("seen", "\\Seen", old);
        anna.append("flagged", "\\Seen \\Flagged", old);
        anna.append("unseen", "", old);
        anna.append("young", "\\Seen", Instant.now());

        Map<String, Long> forecast = operator().run(FORECAST);
        assertThat(about(anna, forecast)).isEqualTo(counts(1, "seen"));
        assertThat(anna.subjects("INBOX")).hasSize(4);
        Map<String, Long> done = operator().run(SWEEP);

        assertThat(about(anna, done)).isEqualTo(about(anna, forecast));
        assertThat(anna.subjects("INBOX")).containsExactly("flagged", "unseen", "young");
        assertThat(anna.subjects("Trash")).containsExactly("seen");
        assertThat(about(anna, operator().run(SWEEP))).isEqualTo(counts(0));

        anna.under(expire("1h", "delivered", "trash", "expire"));
        assertThat(about(anna, operator().run(SWEEP))).isEqualTo(counts(1, "unseen"));
        assertThat(anna.subjects("INBOX")).containsExactly("flagged", "young");
    }

    @Test
    default void whatExpiredIsInTheTrailAndComesBackFromItsFolder() {
        Account anna = newAccount(expire("1h", "delivered", "move Archive", "keep"));
        anna.append("old", "\\Seen", Instant.now().minus(Duration.ofHours(2)));

        operator().run(SWEEP);

        assertThat(anna.subjects("Archive")).containsExactly("old");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> operator().trail(anna).findValuesAsText("action").contains("expired"));
        assertThat(
                        operator()
                                .run(
                                        "/tandem/pop3/restore/users/"
                                                + anna.user()
                                                + "?since=1970-01-01T00:00:00Z"))
                .containsExactly(Map.entry("restored", 1L));
        assertThat(anna.subjects("INBOX")).containsExactly("old");
    }

    @Test
    default void nothingOfAUserUnderLegalHoldExpires() {
        String rule = expire("1h", "delivered", "delete", "expire");
        Account anna = newAccount(rule.replaceFirst("\\{", "{\"legal-hold\":\"on\","));
        anna.append("old", "\\Seen", Instant.now().minus(Duration.ofHours(2)));

        assertThat(about(anna, operator().run(FORECAST))).isEqualTo(counts(0));
        assertThat(about(anna, operator().run(SWEEP))).isEqualTo(counts(0));
        assertThat(anna.subjects("INBOX")).containsExactly("old");

        anna.under(rule);
        assertThat(about(anna, operator().run(SWEEP))).isEqualTo(counts(1, "old"));
        assertThat(anna.subjects("INBOX")).isEmpty();
    }

    @Test
    default void hiddenMailStaysUntilEveryDeviceIsDoneWithIt() {
        Account anna =
                newAccount(
                        expire("1s", "hidden", "trash", "expire")
                                .replaceFirst("\\{", "{\"on-delete\":\"hide\","));
        anna.append("one");
        assertThat(anna.offered("phone")).containsExactly("one");
        anna.byPop3("laptop", "DELE 1");
        Instant over = Instant.now().plusSeconds(2);
        Awaitility.await().until(() -> Instant.now().isAfter(over));
        assertThat(about(anna, operator().run(SWEEP))).isEqualTo(counts(0));

        anna.byPop3("phone", "RETR 1");

        awaitForecast(anna, counts(1, "one"));
        operator().run(SWEEP);
        assertThat(anna.subjects("Trash")).containsExactly("one");
        assertThat(anna.offered("phone")).isEmpty();
    }

    @Test
    default void takenByAllWaitsForTheLastDeviceAndTakenForOne() {
        Account both = newAccount(expire("1s", "taken-by-all", "trash", "expire"));
        Account either = newAccount(expire("1s", "taken", "trash", "expire"));
        for (Account account : List.of(both, either)) {
            account.append("one", "two");
            assertThat(account.offered("phone")).hasSize(2);
            account.byPop3("laptop", "RETR 1");
        }
        awaitForecast(either, counts(1, "one"));
        assertThat(about(both, operator().run(FORECAST))).isEqualTo(counts(0));

        both.byPop3("phone", "RETR 1", "RETR 2");

        awaitForecast(both, counts(1, "one"));
        operator().run(SWEEP);
        assertThat(both.subjects("Trash")).containsExactly("one");
        assertThat(either.subjects("Trash")).containsExactly("one");
        assertThat(both.subjects("INBOX")).containsExactly("two");
    }

    @Test
    default void sweepsAtOnceMoveEachMessageOnce() {
        Account anna = newAccount(expire("1h", "delivered", "trash", "keep"));
        List<String> subjects = IntStream.range(0, 30).mapToObj(i -> "message " + i).toList();
        Instant old = Instant.now().minus(Duration.ofHours(2));
        anna.append(subjects, "\\Seen", old);

        List<String> tasks = IntStream.range(0, 3).mapToObj(i -> operator().start(SWEEP)).toList();

        assertThat(
                        tasks.stream()
                                .mapToLong(
                                        task ->
                                                about(anna, operator().counts(task))
                                                        .get("messages"))
                                .sum())
                .isEqualTo(30);
        assertThat(anna.subjects("Trash")).containsExactlyInAnyOrderElementsOf(subjects);
        assertThat(anna.subjects("INBOX")).isEmpty();
    }

    private void awaitForecast(Account account, Map<String, Long> expected) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () ->
                                assertThat(about(account, operator().run(FORECAST)))
                                        .isEqualTo(expected));
    }

    private static String expire(String value, String when, String action, String unseen) {
        return "{\"expire\":{\"value\":\"%s\",\"when\":\"%s\",\"action\":\"%s\",\"unseen\":\"%s\"}}"
                .formatted(value, when, action, unseen);
    }

    /** What a task counted for the domain of the account, whose only user it is. */
    private static Map<String, Long> about(Account account, Map<String, Long> all) {
        return Map.of(
                "messages", all.get("messages " + account.domain()),
                "octets", all.get("octets " + account.domain()),
                "users", all.get("users " + account.domain()));
    }

    private static Map<String, Long> counts(long messages, String... subjects) {
        long octets = 0;
        for (String subject : subjects) {
            octets += ("Subject: " + subject + "\r\n\r\nBody of " + subject).length();
        }
        return Map.of("messages", messages, "octets", octets, "users", messages == 0 ? 0L : 1L);
    }
}
