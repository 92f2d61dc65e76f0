package org.jamestandem.acceptance.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jamestandem.testkit.james.Cluster;
import org.jamestandem.testkit.james.James.Listener;
import org.jamestandem.testkit.james.Tandem;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What two nodes that started at the same moment do together; the last test ends one of them. */
@Tag("full")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClusterTest {
    @RegisterExtension static final Cluster CLUSTER = Cluster.ofNodes(2);

    private static final Duration LIMIT = Duration.ofMinutes(1);

    @Test
    @Order(1)
    void nodesThatStartTogetherMakeTheSchemaOnce() {
        assertThat(
                        CLUSTER.cassandra()
                                .session()
                                .execute("SELECT value FROM schemaversion")
                                .one()
                                .getInt(0))
                .isEqualTo(12);
    }

    @Test
    @Order(2)
    void idleSessionOnOneNodeHearsOfMailToTheOther() throws Exception {
        Mailbox anna = account("anna");
        try (MailClient imap = MailClient.imap(CLUSTER.node(1), anna)) {
            imap.command("SELECT INBOX");
            imap.idle();
            send(CLUSTER.node(0), anna, "across nodes");
            assertThat(imap.readTo("* 1 EXISTS")).isNotEmpty();
        }
    }

    @Test
    @Order(3)
    void flagSetOnOneNodeIsToldToASessionOnTheOther() throws Exception {
        Mailbox anna = account("flags");
        send(CLUSTER.node(0), anna, "one");
        awaitMessages(CLUSTER.node(0), anna, 1);
        try (MailClient reader = MailClient.imap(CLUSTER.node(1), anna);
                MailClient writer = MailClient.imap(CLUSTER.node(0), anna)) {
            reader.command("SELECT INBOX");
            writer.command("SELECT INBOX");
            reader.idle();
            writer.command("STORE 1 +FLAGS.SILENT (\\Flagged)");
            assertThat(reader.readTo("FETCH (FLAGS (\\Flagged")).isNotEmpty();
        }
    }

    @Test
    @Order(4)
    void taskOfOneNodeIsSeenOnTheOther() throws Exception {
        HttpResponse<String> submitted =
                CLUSTER.node(0).webAdmin().call("POST", "/events/deadLetter?action=reDeliver", "");
        assertThat(submitted.statusCode()).isEqualTo(201);
        String id = new ObjectMapper().readTree(submitted.body()).path("taskId").asText();
        Awaitility.await()
                .atMost(LIMIT)
                .until(() -> task(CLUSTER.node(1), id).contains("\"status\":\"completed\""));
        assertThat(task(CLUSTER.node(0), id)).contains("\"status\":\"completed\"");
    }

    @Test
    @Order(5)
    void healthOfEveryPartIsKnown() {
        HttpResponse<String> health = CLUSTER.node(0).webAdmin().call("GET", "/healthcheck", "");
        assertThat(health.body())
                .contains("Cassandra backend")
                .contains("RabbitMQ backend")
                .contains("RabbitMQ consumers")
                .contains("EventDeadLettersHealthCheck")
                .contains("MailQueue");
        assertThat(health.statusCode()).as(health.body()).isEqualTo(200);
    }

    @Test
    @Order(6)
    void aRightTakenOnOneNodeEndsAnIdleSessionOnTheOther() throws Exception {
        Mailbox owner = account("owner");
        Mailbox reader = account("reader");
        try (MailClient granting = MailClient.imap(CLUSTER.node(0), owner);
                MailClient idling = MailClient.imap(CLUSTER.node(1), reader);
                MailClient asking = MailClient.imap(CLUSTER.node(1), reader)) {
            granting.command("CREATE Team");
            granting.command("SETACL Team reader lr");
            idling.command("SELECT #user.owner.Team");
            asking.command("SELECT #user.owner.Team");
            idling.idle();
            granting.command("DELETEACL Team reader");

            assertThat(idling.readTo("NO [NOPERM]")).isNotEmpty();
            Awaitility.await()
                    .atMost(LIMIT)
                    .until(() -> asking.answer("SEARCH ALL").startsWith("a NO [NOPERM]"));
            assertThat(asking.command("LIST \"\" #user.*")).hasSize(1);
        }
    }

    @Test
    @Order(7)
    void entriesSetOnBothNodesAtOnceAllLast() throws Exception {
        Mailbox owner = account("both");
        List<String> letters = List.of("r", "s", "w", "i", "p", "k", "x", "t", "e", "a");
        try (MailClient one = MailClient.imap(CLUSTER.node(0), owner);
                MailClient other = MailClient.imap(CLUSTER.node(1), owner)) {
            account("grantee");
            one.command("CREATE Team");
            one.command("SETACL Team grantee l");
            for (String letter : letters) {
                one.send("a SETACL Team grantee +" + letter);
                other.send("a SETACL Team anyone +" + letter);
                assertThat(one.readTo("a OK")).isNotEmpty();
                assertThat(other.readTo("a OK")).isNotEmpty();
            }
            for (MailClient node : List.of(one, other)) {
                assertThat(node.command("GETACL Team").get(0))
                        .contains("\"grantee@cluster.example\" \"lrswipkxteacd\"")
                        .contains("\"anyone\" \"rswipkxteacd\"");
            }
        }
    }

    @Test
    @Order(8)
    void mailAcceptedByANodeThatDiesArrives() throws Exception {
        Mailbox anna = account("queue");
        Tandem dying = CLUSTER.node(0);
        List<String> subjects = IntStream.range(0, 20).mapToObj(i -> "queued " + i).toList();
        for (String subject : subjects) {
            send(dying, anna, subject);
        }
        dying.kill();
        Tandem left = CLUSTER.node(1);
        Awaitility.await()
                .atMost(LIMIT)
                .untilAsserted(
                        () ->
                                assertThat(new TreeSet<>(subjects(left, anna)))
                                        .containsExactlyElementsOf(new TreeSet<>(subjects)));
    }

    private static Mailbox account(String name) {
        String user = name + "@cluster.example";
        CLUSTER.node(0).webAdmin().addUser(user, Mailbox.PASSWORD);
        return new Mailbox(user);
    }

    private static String task(Tandem node, String id) {
        return node.webAdmin().call("GET", "/tasks/" + id, "").body();
    }

    private static void awaitMessages(Tandem node, Mailbox mailbox, int count) {
        Awaitility.await()
                .atMost(LIMIT)
                .until(() -> subjects(node, mailbox), subjects -> subjects.size() == count);
    }

    private static List<String> subjects(Tandem node, Mailbox mailbox) throws IOException {
        try (MailClient imap = MailClient.imap(node, mailbox)) {
            imap.command("EXAMINE INBOX");
            return imap.command("FETCH 1:* (BODY.PEEK[HEADER.FIELDS (SUBJECT)])").stream()
                    .filter(line -> line.startsWith("Subject: "))
                    .map(line -> line.substring("Subject: ".length()))
                    .toList();
        }
    }

    private static void send(Tandem node, Mailbox to, String subject) throws IOException {
        try (MailClient smtp = MailClient.plain(node.port(Listener.SMTP))) {
            smtp.readTo("220");
            smtp.say("HELO client.example", "250");
            smtp.say("MAIL FROM:<x@elsewhere.example>", "250");
            smtp.say("RCPT TO:<" + to.user() + ">", "250");
            smtp.say("DATA", "354");
            smtp.say("Subject: " + subject + "\r\n\r\ntext\r\n.", "250");
        }
    }

    /** An account of the test. */
    record Mailbox(String user) {
        static final String PASSWORD = "secret";
    }
}
