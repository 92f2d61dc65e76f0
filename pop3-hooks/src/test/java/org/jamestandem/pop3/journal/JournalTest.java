package org.jamestandem.pop3.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.james.core.Username;
import org.apache.james.webadmin.utils.JsonTransformer;
import org.jamestandem.kernel.audit.Actor;
import org.jamestandem.kernel.audit.AuditAction;
import org.jamestandem.kernel.audit.AuditChannel;
import org.jamestandem.kernel.audit.AuditEntry;
import org.jamestandem.kernel.audit.AuditTrail;
import org.jamestandem.kernel.audit.Deed;
import org.jamestandem.pop3.Pop3Connection;
import org.jamestandem.pop3.Pop3Server;
import org.jamestandem.pop3.TestMailbox;
import org.jamestandem.pop3.journal.webadmin.SessionRoutes;
import org.jamestandem.testkit.james.RoutesServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What is known of POP3 sessions while they last and after they have ended. */
class JournalTest {
    private static final String HIDE = "hide.example";
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private static Pop3Server server;
    private static RoutesServer webAdmin;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final TestMailbox mailbox = server.newMailbox("classic.example");

    @BeforeAll
    static void start() throws Exception {
        server =
                Pop3Server.with(
                        """
                        <tandem><state>memory</state><pop3>
                          <policy><on-retrieve>seen</on-retrieve></policy>
                          <domain name="hide.example"><policy>
                            <on-retrieve>keep</on-retrieve>
                            <on-delete>hide</on-delete>
                            <expire acknowledge="quota-may-fill">never</expire>
                          </policy></domain>
                        </pop3></tandem>
                        """);
        webAdmin =
                RoutesServer.with(
                        new SessionRoutes(
                                server.instance(LiveSessions.class),
                                Clock.systemUTC(),
                                new JsonTransformer()));
    }

    @AfterAll
    static void stop() {
        webAdmin.close();
        server.close();
    }

    @BeforeEach
    void listen() {
        log.start();
        logger().setLevel(Level.INFO);
        logger().addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger().detachAppender(log);
    }

    @Test
    void theTrailSaysWhoTookAndRemovedWhatAndWhy() {
        String one = mailbox.messageId(mailbox.append("one"));
        String two = mailbox.messageId(mailbox.append("two"));
        String three = mailbox.messageId(mailbox.append("three"));
        try (Pop3Connection connection = server.login(mailbox)) {
            connection.lines("RETR 1");
            connection.lines("RETR 2");
            connection.ok("DELE 2");
            connection.ok("DELE 3");
            connection.ok("QUIT");
        }
        AuditEntry entry = onlyEntry(mailbox);
        assertThat(entry.actor())
                .isEqualTo(
                        Actor.client(
                                AuditChannel.POP3, Username.of(mailbox.user()), "", "127.0.0.1"));
        assertThat(entry.deeds())
                .containsExactlyInAnyOrder(
                        new Deed(AuditAction.TAKEN, "RETR", "", List.of(one)),
                        new Deed(AuditAction.SEEN, "on-retrieve seen", "", List.of(one)),
                        new Deed(AuditAction.TAKEN, "RETR", "", List.of(two)),
                        new Deed(AuditAction.DELETED, "on-delete classic", "", List.of(two)),
                        new Deed(AuditAction.DELETED, "on-delete classic", "", List.of(three)));
    }

    @Test
    void whatIsHiddenIsNotSaidToBeDeleted() {
        TestMailbox hiding = server.newMailbox(HIDE);
        String one = hiding.messageId(hiding.append("one"));
        try (Pop3Connection connection = server.login(hiding)) {
            connection.ok("DELE 1");
            connection.ok("QUIT");
        }
        assertThat(onlyEntry(hiding).deeds())
                .containsExactly(new Deed(AuditAction.HIDDEN, "on-delete hide", "", List.of(one)));
    }

    @Test
    void aSessionThatBreaksOffHasDoneNothing() {
        mailbox.append("one");
        try (Pop3Connection connection = server.login(mailbox)) {
            connection.lines("RETR 1");
            connection.ok("DELE 1");
        }
        awaitLine("end=dropped");
        assertThat(entries(mailbox)).isEmpty();
    }

    @Test
    void eachSessionLeavesOneLineThatSumsItUp() {
        mailbox.append("one");
        mailbox.append("two");
        try (Pop3Connection connection = server.login(mailbox)) {
            connection.lines("TOP 1 0");
            connection.lines("RETR 1");
            connection.ok("DELE 2");
            connection.ok("QUIT");
        }
        String line = awaitLine("end=quit done");
        assertThat(line)
                .startsWith("POP3 session: user=" + mailbox.user() + " device= address=127.0.0.1 ")
                .containsPattern("offered=2 top=1 retr=1 dele=1 octets=[1-9][0-9]+ ")
                .containsPattern("unique-ids=[0-9a-f]{8} ");
        assertThat(lines()).hasSize(1);
    }

    @Test
    void theSameOfferHasTheSameUniqueIdsHashAndAnotherHasAnother() {
        mailbox.append("one");
        assertThat(hashOfNextSession(1))
                .isEqualTo(hashOfNextSession(2))
                .satisfies(
                        before -> {
                            mailbox.append("two");
                            assertThat(hashOfNextSession(3)).isNotEqualTo(before);
                        });
    }

    @Test
    void offersAndDeedsAreCounted() {
        mailbox.append("one");
        mailbox.append("two");
        int offered = server.metrics().countFor(Journal.OFFERED);
        int deleted = server.metrics().countFor("tandem-pop3-deleted");
        int opened = server.metrics().executionTimesFor(Journal.OPEN).size();
        try (Pop3Connection connection = server.login(mailbox)) {
            connection.ok("DELE 1");
            connection.ok("QUIT");
        }
        assertThat(server.metrics().countFor(Journal.OFFERED)).isEqualTo(offered + 2);
        assertThat(server.metrics().countFor("tandem-pop3-deleted")).isEqualTo(deleted + 1);
        assertThat(server.metrics().executionTimesFor(Journal.OPEN)).hasSize(opened + 1);
    }

    @Test
    void anOperatorSeesASessionAndEndsItWithoutHarm() {
        mailbox.append("one");
        try (Pop3Connection connection = server.login(mailbox)) {
            connection.ok("DELE 1");
            String shown = sessions().body();
            assertThat(shown)
                    .contains("\"user\":\"" + mailbox.user() + "\"", "\"dele\":1", "\"offered\":1");
            String id = shown.replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
            assertThat(call("DELETE", "/tandem/pop3/sessions/" + id).statusCode()).isEqualTo(204);
            awaitLine("end=dropped");
            assertThat(call("DELETE", "/tandem/pop3/sessions/" + id).statusCode()).isEqualTo(404);
        }
        assertThat(sessions().body()).isEqualTo("[]");
        assertThat(mailbox.uids()).hasSize(1);
    }

    @Test
    void anOperatorEndsAllSessionsOfAUserAndNobodyElses() {
        TestMailbox other = server.newMailbox("classic.example");
        try (Pop3Connection one = server.login(mailbox);
                Pop3Connection two = server.login(mailbox);
                Pop3Connection others = server.login(other)) {
            HttpResponse<String> answer =
                    call("DELETE", "/tandem/pop3/sessions?user=" + mailbox.user());
            assertThat(answer.body()).isEqualTo("{\"ended\":2}");
            await().untilAsserted(() -> assertThat(sessions().body()).isEqualTo("[]"));
            others.ok("NOOP");
        }
    }

    @Test
    void sessionsAreNotEndedByMistake() {
        assertThat(call("DELETE", "/tandem/pop3/sessions").statusCode()).isEqualTo(400);
        assertThat(call("DELETE", "/tandem/pop3/sessions?user=a@b@c").statusCode()).isEqualTo(400);
        assertThat(call("DELETE", "/tandem/pop3/sessions/42").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> sessions() {
        return call("GET", "/tandem/pop3/sessions?user=" + mailbox.user());
    }

    private static HttpResponse<String> call(String method, String path) {
        return webAdmin.client().call(method, path, "");
    }

    private String hashOfNextSession(int number) {
        try (Pop3Connection connection = server.login(mailbox)) {
            connection.ok("QUIT");
        }
        await().atMost(LIMIT).untilAsserted(() -> assertThat(lines()).hasSize(number));
        return lines().get(number - 1).replaceAll(".*unique-ids=([0-9a-f]+) .*", "$1");
    }

    private String awaitLine(String end) {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(lines()).anyMatch(line -> line.endsWith(end)));
        return lines().get(0);
    }

    private List<String> lines() {
        return List.copyOf(log.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(line -> line.contains("user=" + mailbox.user() + " "))
                .toList();
    }

    private static AuditEntry onlyEntry(TestMailbox of) {
        await().atMost(LIMIT).untilAsserted(() -> assertThat(entries(of)).hasSize(1));
        return entries(of).get(0);
    }

    private static List<AuditEntry> entries(TestMailbox of) {
        return server.instance(AuditTrail.class)
                .entries(Username.of(of.user()), Instant.EPOCH, Instant.now().plusSeconds(60))
                .collectList()
                .block(LIMIT);
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(Journal.class);
    }
}
