package org.jamestandem.acceptance.pop3;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.cql.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jamestandem.testkit.james.Tandem;
import org.jamestandem.testkit.servers.CassandraServer;
import org.jamestandem.testkit.servers.TestServers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One reader on two nodes that share nothing but Cassandra; the last test kills one of them. */
@Tag("full")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesTest {
    @RegisterExtension static final CassandraServer CASSANDRA = TestServers.cassandra();

    private static final String SWEEP = "/tandem/pop3/sweep?perSecond=1000";
    private static final List<String> SUBJECTS = subjects(40);

    private static Tandem one;
    private static Tandem other;

    @BeforeAll
    static void start() {
        one = node();
        other = node();
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
    }

    @Test
    @Order(1)
    void whatOneSessionHasTakenNoNodeOffersAgain() {
        Account here = newAccount("{\"offer\":\"untaken\",\"on-delete\":\"classic\"}");
        Account there = here.at(other);
        here.append("one", "two", "three", "four");
        try (LineClient first = here.pop3();
                LineClient second = there.pop3()) {
            first.list("RETR 1");
            first.list("RETR 2");
            second.list("RETR 2");
            second.list("RETR 3");
            first.ok("QUIT");
            assertThat(there.offered("")).containsExactly("three", "four");
            second.ok("QUIT");
        }
        assertThat(here.offered("")).containsExactly("four");
        assertThat(there.offered("")).containsExactly("four");
        assertThat(there.offered("phone")).containsExactly("one", "two", "three", "four");
        assertThat(there.subjects("INBOX")).containsExactly("one", "two", "three", "four");
    }

    @Test
    @Order(2)
    void twoSessionsThatQuitAtTheSameMomentLoseNothing() {
        for (String folder : List.of("Trash", "Archive")) {
            String rule = folder.equals("Trash") ? "trash" : "move Archive";
            Account here = newAccount("{\"on-delete\":\"" + rule + "\"}");
            here.append(SUBJECTS, "", Instant.now());
            LineClient first = deletingAll(here);
            LineClient second = deletingAll(here.at(other));
            CompletableFuture<String> quit =
                    CompletableFuture.supplyAsync(() -> second.ask("QUIT"));
            assertThat(first.ask("QUIT")).startsWith("+OK");
            assertThat(quit.join()).startsWith("+OK");
            first.close();
            second.close();

            assertThat(here.subjects("INBOX")).isEmpty();
            assertThat(here.subjects(folder)).containsAll(SUBJECTS);
            assertThat(here.at(other).offered("")).isEmpty();
        }
    }

    @Test
    @Order(3)
    void sweepsOnBothNodesDoItOnce() {
        Account here =
                newAccount(
                        "{\"expire\":{\"value\":\"1h\",\"when\":\"delivered\",\"unseen\":\"expire\"}}");
        here.append(SUBJECTS, "", Instant.now().minus(Duration.ofHours(2)));
        String count = "messages " + here.domain();
        String first = Operator.of(one).start(SWEEP);
        String second = Operator.of(other).start(SWEEP);
        long swept =
                Operator.of(one).counts(first).get(count)
                        + Operator.of(other).counts(second).get(count);
        assertThat(swept).isEqualTo(SUBJECTS.size());
        assertThat(here.subjects("INBOX")).isEmpty();
        assertThat(here.subjects("Trash")).containsExactlyInAnyOrderElementsOf(SUBJECTS);
    }

    @Test
    @Order(4)
    void aPolicyThatOneNodeStoresHoldsOnTheOther() {
        Account here =
                newAccount(
                        "{\"on-delete\":\"hide-all\",\"expire\":{\"value\":\"never\","
                                + "\"acknowledge\":\"quota-may-fill\"}}");
        here.append("one");
        here.at(other).byPop3("laptop", "DELE 1");
        assertThat(here.offered("")).isEmpty();
        assertThat(here.subjects("INBOX")).containsExactly("one");
    }

    @Test
    @Order(5)
    void theOtherNodeFinishesTheQuitOfOneThatDied() {
        List<String> many = subjects(400);
        Account there = newAccount("{\"on-delete\":\"trash\"}").at(other);
        there.append(many, "", Instant.now());
        LineClient dying = deletingAll(there.at(one));
        dying.send("QUIT");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(2))
                .until(() -> !intents(there).isEmpty());
        one.kill();

        assertThat(intents(there)).as("the node was killed too late").isNotEmpty();
        assertThat(there.offered("")).isEmpty();
        List<String> all = new ArrayList<>(there.subjects("INBOX"));
        assertThat(all).as("the node was killed too late").isNotEmpty();
        all.addAll(there.subjects("Trash"));
        assertThat(all).containsAll(many);

        makeOld(there);
        assertThat(there.offered("")).isEmpty();
        assertThat(there.offered("phone")).isEmpty();
        assertThat(there.subjects("INBOX")).isEmpty();
        assertThat(there.subjects("Trash")).containsExactlyInAnyOrderElementsOf(many);
        assertThat(intents(there)).isEmpty();
    }

    private static Tandem node() {
        return Tandem.on(CASSANDRA).options("--no-samples").start();
    }

    private static Account newAccount(String policy) {
        return Account.on(one).under(policy);
    }

    private static LineClient deletingAll(Account account) {
        LineClient client = account.pop3();
        client.list("LIST")
                .forEach(line -> client.ok("DELE " + line.substring(0, line.indexOf(' '))));
        return client;
    }

    private static List<Row> intents(Account account) {
        return CASSANDRA
                .session()
                .execute("SELECT * FROM tandem_pop3_intents WHERE owner = ?", account.user())
                .all();
    }

    /** As if the node had died an hour ago. */
    private static void makeOld(Account account) {
        for (Row row : intents(account)) {
            CASSANDRA
                    .session()
                    .execute(
                            "UPDATE tandem_pop3_intents SET recorded_at = ?"
                                    + " WHERE owner = ? AND intent = ? AND part = ?",
                            Instant.now().minus(Duration.ofHours(1)),
                            account.user(),
                            row.getUuid("intent"),
                            row.getInt("part"));
        }
    }

    private static List<String> subjects(int count) {
        return IntStream.range(0, count).mapToObj(i -> "message " + i).toList();
    }
}
