package org.jamestandem.pop3.undo.james;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.name.Names;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.james.core.Domain;
import org.apache.james.core.Username;
import org.apache.james.domainlist.lib.DomainListConfiguration;
import org.apache.james.domainlist.memory.MemoryDomainList;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageIdManager;
import org.apache.james.mailbox.MessageManager.AppendCommand;
import org.apache.james.mailbox.inmemory.InMemoryMessageId;
import org.apache.james.mailbox.inmemory.manager.InMemoryIntegrationResources;
import org.apache.james.mailbox.model.ComposedMessageId;
import org.apache.james.mailbox.model.FetchGroup;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.MessageId;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.mailbox.model.MessageResult;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.metrics.tests.RecordingMetricFactory;
import org.apache.james.task.Hostname;
import org.apache.james.task.MemoryTaskManager;
import org.apache.james.task.TaskExecutionDetails;
import org.apache.james.task.TaskId;
import org.apache.james.task.TaskManager;
import org.apache.james.user.memory.MemoryUsersRepository;
import org.apache.james.webadmin.utils.JsonTransformer;
import org.jamestandem.kernel.audit.Actor;
import org.jamestandem.kernel.audit.AuditAction;
import org.jamestandem.kernel.audit.AuditChannel;
import org.jamestandem.kernel.audit.AuditEntry;
import org.jamestandem.kernel.audit.AuditSettings;
import org.jamestandem.kernel.audit.AuditTrail;
import org.jamestandem.kernel.audit.Deed;
import org.jamestandem.kernel.audit.memory.MemoryAuditTrail;
import org.jamestandem.kernel.tasks.WorkDetails;
import org.jamestandem.kernel.tasks.Works;
import org.jamestandem.kernel.tasks.wiring.WorkModule;
import org.jamestandem.pop3.undo.LostMail;
import org.jamestandem.pop3.undo.Restoration;
import org.jamestandem.pop3.undo.webadmin.RestoreRoutes;
import org.jamestandem.testkit.james.RoutesServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator gets back over webadmin, from James' folders and vault. */
class RestorationTest {
    private static final Username ANNA = Username.of("anna@tandem.example");
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Instant NOON = Instant.now().minus(Duration.ofHours(3));
    private static final String PATH = "/tandem/pop3/restore/users/";

    private final InMemoryIntegrationResources james =
            InMemoryIntegrationResources.defaultResources();
    private final MailboxManager mailboxes = james.getMailboxManager();
    private final MailboxSession session = mailboxes.createSystemSession(ANNA);
    private final MapVault vault = new MapVault();
    private final AuditTrail trail = new MemoryAuditTrail(AuditSettings.DEFAULT, Clock.systemUTC());
    private final Injector injector = Guice.createInjector(bindings());
    private final MemoryTaskManager tasks = new MemoryTaskManager(new Hostname("here"));
    private RoutesServer server;

    @BeforeEach
    void start() throws Exception {
        for (String folder : List.of("INBOX", "Trash", "Work")) {
            mailboxes.createMailbox(path(folder), session);
        }
        MemoryDomainList domains = new MemoryDomainList(null);
        domains.configure(
                DomainListConfiguration.builder().defaultDomain(Domain.of("tandem.example")));
        MemoryUsersRepository users = MemoryUsersRepository.withVirtualHosting(domains);
        users.addUser(ANNA, "secret");
        server =
                RoutesServer.with(
                        new RestoreRoutes(
                                injector.getInstance(LostMail.class),
                                injector.getInstance(Works.class),
                                tasks,
                                users,
                                new JsonTransformer()));
    }

    @AfterEach
    void stop() {
        server.close();
        tasks.stop();
    }

    @Test
    void whatPop3MovedComesBackUnderItsOldId() throws Exception {
        ComposedMessageId message = append("INBOX");
        move(message, "Trash");
        happened(NOON, new Deed(AuditAction.MOVED, "on-delete trash", "Trash", ids(message)));
        assertThat(restored("since=" + NOON)).isEqualTo(Map.of("restored", 1L));
        assertThat(idsIn("INBOX")).isEqualTo(ids(message));
        assertThat(idsIn("Trash")).isEmpty();
    }

    @Test
    void ofSeveralMovedMessagesTheOneThatIsAskedForComesBack() throws Exception {
        ComposedMessageId one = append("INBOX");
        ComposedMessageId two = append("INBOX");
        move(two, "Trash");
        move(one, "Trash");
        happened(NOON, new Deed(AuditAction.MOVED, "on-delete trash", "Trash", ids(two)));
        happened(NOON, new Deed(AuditAction.MOVED, "on-delete trash", "Trash", ids(one)));
        assertThat(restored("message=" + ids(one).get(0))).isEqualTo(Map.of("restored", 1L));
        assertThat(idsIn("INBOX")).isEqualTo(ids(one));
        assertThat(idsIn("Trash")).isEqualTo(ids(two));
    }

    @Test
    void whatTheUserHasFiledMeanwhileStaysWhereItIs() throws Exception {
        ComposedMessageId message = append("INBOX");
        move(message, "Work");
        happened(NOON, new Deed(AuditAction.MOVED, "on-delete trash", "Trash", ids(message)));
        assertThat(restored("since=" + NOON)).isEqualTo(Map.of("not-restorable", 1L));
        assertThat(idsIn("Work")).isEqualTo(ids(message));
    }

    @Test
    void whatPop3RemovedComesFromTheVaultOnce() throws Exception {
        vault.texts.put("71", text());
        happened(NOON, new Deed(AuditAction.DELETED, "on-delete classic", "", List.of("71")));
        assertThat(restored("message=71")).isEqualTo(Map.of("restored", 1L));
        assertThat(idsIn("INBOX")).hasSize(1);
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(restored("message=71")).isEqualTo(Map.of()));
        assertThat(idsIn("INBOX")).hasSize(1);
    }

    @Test
    void whatExpiredIntoTrashAndWasEmptiedThereComesFromTheVault() throws Exception {
        vault.texts.put("71", text());
        happened(NOON, new Deed(AuditAction.EXPIRED, "expire trash", "Trash", List.of("71")));
        assertThat(restored("since=" + NOON)).isEqualTo(Map.of("restored", 1L));
        assertThat(idsIn("INBOX")).hasSize(1);
    }

    @Test
    void whatNobodyKeptIsSaidToBeLost() {
        happened(NOON, new Deed(AuditAction.DELETED, "on-delete classic", "", List.of("71")));
        assertThat(restored("since=" + NOON)).isEqualTo(Map.of("not-restorable", 1L));
    }

    @Test
    void whatHappenedEarlierOrWasOnlyTakenOrHiddenIsLeftAlone() throws Exception {
        vault.texts.put("71", text());
        vault.texts.put("72", text());
        happened(
                NOON.minusSeconds(1),
                new Deed(AuditAction.DELETED, "on-delete classic", "", List.of("71")));
        happened(
                NOON,
                new Deed(AuditAction.TAKEN, "RETR", "", List.of("72")),
                new Deed(AuditAction.HIDDEN, "on-delete hide", "", List.of("72")));
        assertThat(restored("since=" + NOON)).isEmpty();
        assertThat(idsIn("INBOX")).isEmpty();
    }

    @Test
    void theTrailSaysWhatCameBack() {
        vault.texts.put("71", text());
        happened(NOON, new Deed(AuditAction.DELETED, "on-delete classic", "", List.of("71")));
        assertThat(restored("since=" + NOON)).isEqualTo(Map.of("restored", 1L));
        await().atMost(LIMIT)
                .untilAsserted(
                        () ->
                                assertThat(
                                                trail.entries(
                                                                ANNA,
                                                                NOON.plusSeconds(1),
                                                                Instant.now().plusSeconds(60))
                                                        .flatMapIterable(AuditEntry::deeds)
                                                        .collectList()
                                                        .block(LIMIT))
                                        .containsExactly(
                                                new Deed(
                                                        AuditAction.RESTORED,
                                                        "pop3-restore",
                                                        "INBOX",
                                                        List.of("71"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna@tandem.example",
                "anna@tandem.example?since=yesterday",
                "anna@tandem.example?message=1&since=2026-01-31T08:00:00Z",
                "a@b@c?message=1"
            })
    void whatCannotBeReadIsRefused(String request) {
        assertThat(call("POST", PATH + request).statusCode()).isEqualTo(400);
    }

    @Test
    void nobodyIsNotFound() {
        assertThat(call("POST", PATH + "nobody@tandem.example?message=1").statusCode())
                .isEqualTo(404);
    }

    @Test
    void saysWhetherRemovedMailIsRestorable() {
        assertThat(call("GET", PATH + "anna@tandem.example").body())
                .contains("\"removed-mail-restorable\":true");
    }

    private Map<String, Long> restored(String parameters) {
        HttpResponse<String> answer = call("POST", PATH + ANNA.asString() + "?" + parameters);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        TaskId id =
                TaskId.fromString(answer.body().replaceAll(".*\"taskId\":\"([^\"]+)\".*", "$1"));
        await().atMost(LIMIT)
                .until(
                        () ->
                                tasks.getExecutionDetails(id).getStatus()
                                        == TaskManager.Status.COMPLETED);
        TaskExecutionDetails details = tasks.getExecutionDetails(id);
        return ((WorkDetails) details.getAdditionalInformation().orElseThrow()).progress().counts();
    }

    private HttpResponse<String> call(String method, String path) {
        return server.client().call(method, path, "");
    }

    private void happened(Instant at, Deed... deeds) {
        trail.append(
                        new AuditEntry(
                                UUID.randomUUID(),
                                ANNA,
                                at.plusMillis(1),
                                Actor.client(AuditChannel.POP3, ANNA, "", "192.0.2.7"),
                                List.of(deeds)))
                .block(LIMIT);
    }

    private ComposedMessageId append(String folder) throws Exception {
        return mailboxes
                .getMailbox(path(folder), session)
                .appendMessage(AppendCommand.builder().build(text()), session)
                .getId();
    }

    private void move(ComposedMessageId message, String folder) throws Exception {
        mailboxes.moveMessages(message.getUid().toRange(), path("INBOX"), path(folder), session);
    }

    private List<String> idsIn(String folder) throws Exception {
        List<String> found = new ArrayList<>();
        mailboxes
                .getMailbox(path(folder), session)
                .getMessages(MessageRange.all(), FetchGroup.MINIMAL, session)
                .forEachRemaining((MessageResult m) -> found.add(m.getMessageId().serialize()));
        return found;
    }

    private static List<String> ids(ComposedMessageId message) {
        return List.of(message.getMessageId().serialize());
    }

    private static byte[] text() {
        return "Subject: one\r\n\r\nBody\r\n".getBytes(StandardCharsets.US_ASCII);
    }

    private static MailboxPath path(String folder) {
        return MailboxPath.forUser(ANNA, folder);
    }

    private AbstractModule bindings() {
        return new AbstractModule() {
            @Override
            protected void configure() {
                bind(Clock.class).toInstance(Clock.systemUTC());
                bind(MetricFactory.class).toInstance(new RecordingMetricFactory());
                bind(AuditSettings.class).toInstance(AuditSettings.DEFAULT);
                bind(AuditTrail.class).toInstance(trail);
                bind(MailboxManager.class)
                        .annotatedWith(Names.named("mailboxmanager"))
                        .toInstance(mailboxes);
                bind(MessageIdManager.class).toInstance(james.getMessageIdManager());
                bind(MessageId.Factory.class).toInstance(new InMemoryMessageId.Factory());
                bind(Copies.class).toInstance(new VaultCopies(vault, mailboxes, true));
                bind(LostMail.class).to(JamesLostMail.class);
                install(WorkModule.of(Restoration.class));
            }
        };
    }
}
