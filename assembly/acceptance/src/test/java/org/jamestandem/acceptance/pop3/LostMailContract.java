package org.jamestandem.acceptance.pop3;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Where did my mail go, and how does it come back? */
interface LostMailContract extends OnServer {
    String CLASSIC = "{\"on-delete\":\"classic\"}";
    String TRASH = "{\"on-delete\":\"trash\"}";

    @Test
    default void theTrailTellsPop3FromImapAndWhatPop3RemovedComesBack() {
        Account anna = newAccount(CLASSIC);
        anna.append("one", "two");
        anna.byPop3("laptop", "RETR 1", "DELE 1");
        anna.byImap("SELECT INBOX", "STORE 1 +FLAGS.SILENT (\\Deleted)", "EXPUNGE");
        awaitDeed(anna, "pop3", "deleted");
        awaitDeed(anna, "imap", "deleted");
        assertThat(operator().trail(anna).findValuesAsText("device")).contains("laptop");
        assertThat(anna.subjects("INBOX")).isEmpty();

        Map<String, Long> counts = operator().run(restore(anna) + "?since=1970-01-01T00:00:00Z");

        assertThat(counts).containsExactly(Map.entry("restored", 1L));
        assertThat(anna.subjects("INBOX")).containsExactly("one");
        assertThat(anna.offered("laptop")).containsExactly("one");
        awaitDeed(anna, "webadmin", "restored");
    }

    @Test
    default void everythingSinceAnInstantComesBackAndNothingFromBefore() {
        Account anna = newAccount(TRASH);
        anna.append("one", "two", "three");
        anna.byPop3("", "DELE 1");
        awaitDeed(anna, "pop3", "moved");
        Instant since = Instant.parse(latest(anna).path("at").asText()).plusMillis(1);
        Awaitility.await().until(() -> Instant.now().isAfter(since));
        anna.byPop3("", "DELE 1", "DELE 2");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> deeds(anna, "pop3").stream().filter("moved"::equals).count() == 2);

        assertThat(operator().run(restore(anna) + "?since=" + since))
                .containsExactly(Map.entry("restored", 2L));

        assertThat(anna.subjects("INBOX")).containsExactly("two", "three");
        assertThat(anna.subjects("Trash")).containsExactly("one");
        assertThat(anna.offered("")).isEmpty();
        assertThat(anna.offered("phone")).containsExactly("two", "three");
        assertThat(operator().run(restore(anna) + "?since=" + since)).isEmpty();
    }

    @Test
    default void oneMessageComesBackByItsIdInTheTrail() {
        Account anna = newAccount(TRASH);
        anna.append("one", "two");
        anna.byPop3("", "DELE 2");
        awaitDeed(anna, "pop3", "moved");
        anna.byPop3("", "DELE 1");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> deeds(anna, "pop3").stream().filter("moved"::equals).count() == 2);
        String message = latest(anna).findPath("messages").path(0).asText();

        assertThat(operator().run(restore(anna) + "?message=" + message))
                .containsExactly(Map.entry("restored", 1L));

        assertThat(anna.subjects("INBOX")).containsExactly("one");
        assertThat(anna.subjects("Trash")).containsExactly("two");
    }

    @Test
    default void movedBackByImapIsOfferedToOthersAndNotToTheDeviceThatRemovedIt() {
        Account anna = newAccount(TRASH);
        anna.append("one");
        anna.byPop3("laptop", "DELE 1");
        assertThat(anna.offered("phone")).isEmpty();

        anna.byImap("SELECT Trash", "MOVE 1 INBOX");

        assertThat(anna.offered("laptop")).isEmpty();
        assertThat(anna.offered("phone")).containsExactly("one");
        assertThat(anna.offered("")).containsExactly("one");
    }

    @Test
    default void aSessionThatTheOperatorEndsChangesNothing() {
        Account anna = newAccount(CLASSIC);
        anna.append("one", "two");
        try (LineClient session = anna.pop3("laptop");
                LineClient other = anna.pop3("phone")) {
            session.list("RETR 1");
            session.ok("DELE 1");
            JsonNode live =
                    operator().ask("GET", "/tandem/pop3/sessions?user=" + anna.user()).path(0);
            assertThat(live.path("device").asText()).isEqualTo("laptop");
            assertThat(live.path("dele").asInt()).isEqualTo(1);
            String path = "/tandem/pop3/sessions/" + live.path("id").asText();

            assertThat(operator().status("DELETE", path)).isEqualTo(204);

            assertThat(session.line()).isNull();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> operator().status("DELETE", path) == 404);
            assertThat(other.ok("STAT")).startsWith("+OK 2 ");
        }
        assertThat(anna.subjects("INBOX")).containsExactly("one", "two");
        assertThat(deeds(anna, "pop3")).isEmpty();
    }

    private void awaitDeed(Account account, String protocol, String action) {
        Awaitility.await(action + " by " + protocol)
                .atMost(Duration.ofSeconds(60))
                .until(() -> deeds(account, protocol).contains(action));
    }

    private JsonNode latest(Account account) {
        for (JsonNode entry : operator().trail(account)) {
            if (entry.path("protocol").asText().equals("pop3")) {
                return entry;
            }
        }
        throw new AssertionError("nothing by pop3");
    }

    private List<String> deeds(Account account, String protocol) {
        List<String> found = new ArrayList<>();
        for (JsonNode entry : operator().trail(account)) {
            if (entry.path("protocol").asText().equals(protocol)) {
                found.addAll(entry.findValuesAsText("action"));
            }
        }
        return found;
    }

    private static String restore(Account account) {
        return "/tandem/pop3/restore/users/" + account.user();
    }
}
