package org.jamestandem.acceptance.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jamestandem.testkit.james.Cluster;
import org.jamestandem.testkit.james.James;
import org.jamestandem.testkit.james.James.Listener;
import org.jamestandem.testkit.james.Tandem;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A node is killed while its users append, copy, move, deliver and delete. What they were told to
 * be done is done, as the other node shows.
 */
class KilledNodeTest {
    @RegisterExtension static final Cluster CLUSTER = Cluster.ofNodes(1);

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int STEPS = 5;
    private static final List<Integer> ALL = IntStream.rangeClosed(1, Users.MAILS).boxed().toList();

    private static int domains;

    @Test
    void whatWasAcknowledgedIsThereOnce() throws Exception {
        killOneWhileItWorks();
    }

    @RepeatedTest(10)
    @Tag("full")
    void whatWasAcknowledgedIsThereOnceAgainAndAgain() throws Exception {
        killOneWhileItWorks();
    }

    private static void killOneWhileItWorks() throws Exception {
        Tandem survivor = CLUSTER.node(0);
        Tandem victim = CLUSTER.addNode();
        String domain = "@d" + domains++ + ".example";
        for (String user : List.of("append", "copy", "move", "deliver", "pop3")) {
            survivor.webAdmin().addUser(user + domain, "secret");
        }
        for (String user : List.of("copy", "move", "pop3")) {
            NumberedMail.fill(survivor, user + domain, Users.MAILS);
        }

        Users users = start(victim, domain);
        Awaitility.await("work").atMost(LIMIT).until(() -> users.allHaveDone(STEPS));
        victim.kill();
        users.awaitEnd();

        appended(survivor, users, "append" + domain);
        copied(survivor, users, "copy" + domain);
        moved(survivor, users, "move" + domain);
        delivered(survivor, users, "deliver" + domain);
        deleted(survivor, users, "pop3" + domain);
    }

    private static Users start(James node, String domain) {
        Users users = new Users(node);
        users.start(
                "append" + domain,
                Listener.IMAP,
                imap -> number -> imap.append(NumberedMail.text(number)));
        users.start(
                "copy" + domain,
                Listener.IMAP,
                imap -> {
                    imap.imap("SELECT INBOX");
                    return number -> imap.imap("UID COPY " + number + " Kept");
                });
        users.start(
                "move" + domain,
                Listener.IMAP,
                imap -> {
                    imap.imap("SELECT INBOX");
                    return number -> imap.imap("UID MOVE " + number + " Kept");
                });
        users.start(
                "deliver" + domain,
                Listener.LMTP,
                lmtp -> {
                    lmtp.ask("LHLO client.example", "250");
                    return number -> deliver(lmtp, "deliver" + domain, number);
                });
        users.start(
                "pop3" + domain,
                Listener.POP3,
                unused -> number -> deleteFirst(node, "pop3" + domain));
        return users;
    }

    private static void deliver(Lines lmtp, String user, int number) throws IOException {
        lmtp.ask("MAIL FROM:<a@cluster.example>", "250");
        lmtp.ask("RCPT TO:<" + user + ">", "250");
        lmtp.ask("DATA", "354");
        lmtp.ask(NumberedMail.text(number) + ".", "250");
    }

    private static void deleteFirst(James node, String user) throws IOException {
        try (Lines pop3 = Lines.to(node, Listener.POP3)) {
            pop3.ask("USER " + user, "+OK");
            pop3.ask("PASS secret", "+OK");
            pop3.ask("DELE 1", "+OK");
            pop3.ask("QUIT", "+OK");
        }
    }

    private static void appended(James node, Users users, String user) throws IOException {
        List<Integer> there = NumberedMail.in(node, user, "INBOX");
        assertThat(there).doesNotHaveDuplicates().containsAll(users.acknowledged(user));
        assertThat(there).hasSizeLessThanOrEqualTo(users.acknowledged(user).size() + 1);
    }

    private static void copied(James node, Users users, String user) throws IOException {
        assertThat(NumberedMail.in(node, user, "INBOX")).containsExactlyInAnyOrderElementsOf(ALL);
        assertThat(NumberedMail.in(node, user, "Kept"))
                .doesNotHaveDuplicates()
                .containsAll(users.acknowledged(user));
    }

    /** One that was on its way may be in both mailboxes, and in none of them it must not be. */
    private static void moved(James node, Users users, String user) throws IOException {
        List<Integer> inbox = NumberedMail.in(node, user, "INBOX");
        List<Integer> kept = NumberedMail.in(node, user, "Kept");
        assertThat(inbox)
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(users.acknowledged(user));
        assertThat(kept).doesNotHaveDuplicates().containsAll(users.acknowledged(user));
        TreeSet<Integer> either = new TreeSet<>(inbox);
        either.addAll(kept);
        assertThat(either).containsExactlyElementsOf(ALL);
    }

    /** The other node takes over what is in the queue; one on its way may come twice. */
    private static void delivered(James node, Users users, String user) {
        List<Integer> acknowledged = users.acknowledged(user);
        Awaitility.await("the queue")
                .atMost(LIMIT)
                .untilAsserted(
                        () ->
                                assertThat(NumberedMail.in(node, user, "INBOX"))
                                        .containsAll(acknowledged));
    }

    /** What was deleted is not offered again; everything is still there for IMAP. */
    private static void deleted(James node, Users users, String user) throws IOException {
        int most = Users.MAILS - users.acknowledged(user).size();
        try (Lines pop3 = Lines.to(node, Listener.POP3)) {
            pop3.ask("USER " + user, "+OK");
            pop3.ask("PASS secret", "+OK");
            int offered = Integer.parseInt(pop3.ask("STAT", "+OK").split(" ")[1]);
            assertThat(offered).isBetween(most - 1, most);
        }
        assertThat(NumberedMail.in(node, user, "INBOX")).containsExactlyInAnyOrderElementsOf(ALL);
    }
}
