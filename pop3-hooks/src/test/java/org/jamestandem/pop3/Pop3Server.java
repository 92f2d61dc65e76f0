package org.jamestandem.pop3;

import com.google.inject.Guice;
import com.google.inject.Inject;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.name.Names;
import com.google.inject.util.Modules;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.configuration2.BaseHierarchicalConfiguration;
import org.apache.commons.configuration2.XMLConfiguration;
import org.apache.commons.configuration2.io.FileHandler;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MessageIdManager;
import org.apache.james.mailbox.inmemory.InMemoryId;
import org.apache.james.mailbox.inmemory.InMemoryMessageId;
import org.apache.james.mailbox.inmemory.manager.InMemoryIntegrationResources;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.MessageId;
import org.apache.james.mailbox.store.StoreMailboxManager;
import org.apache.james.metrics.api.GaugeRegistry;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.metrics.api.NoopGaugeRegistry;
import org.apache.james.metrics.tests.RecordingMetricFactory;
import org.apache.james.pop3server.netty.POP3Server;
import org.apache.james.protocols.api.utils.ProtocolServerUtils;
import org.apache.james.protocols.lib.mock.MockProtocolHandlerLoader;
import org.apache.james.server.core.configuration.Configuration;
import org.apache.james.server.core.configuration.ConfigurationProvider;
import org.apache.james.server.core.filesystem.FileSystemImpl;
import org.apache.james.task.Hostname;
import org.apache.james.task.MemoryTaskManager;
import org.apache.james.task.TaskManager;
import org.apache.james.user.api.UsersRepository;
import org.jamestandem.kernel.activity.ReaderActivity;
import org.jamestandem.kernel.activity.ReadingHabits;
import org.jamestandem.kernel.settings.TandemSettings;
import org.jamestandem.kernel.state.StateChoice;
import org.jamestandem.pop3.maildrop.Inboxes;
import org.jamestandem.pop3.maildrop.MaildropState;
import org.jamestandem.pop3.migration.UniqueIdImports;

/** James' POP3 server with our handlers, on James' mailboxes in memory. */
public final class Pop3Server implements AutoCloseable {
    private static final AtomicInteger SERVERS = new AtomicInteger();
    private static final String PASSWORD = "secret";
    private static final String CONFIGURATION =
            """
            <pop3server enabled="true">
              <jmxName>pop3-%d</jmxName>
              <bind>127.0.0.1:0</bind>
              <ioWorkerCount>1</ioWorkerCount>
              <handlerchain enableJmx="false"
                  coreHandlersPackage="org.jamestandem.pop3.LeaveOnServerHandlers"/>
            </pop3server>
            """;

    private final InMemoryIntegrationResources james =
            InMemoryIntegrationResources.builder()
                    .authenticator((user, password) -> PASSWORD.contentEquals(password))
                    .fakeAuthorizator()
                    .inVmEventBus()
                    .defaultAnnotationLimits()
                    .defaultMessageParser()
                    .scanningSearchIndex()
                    .noPreDeletionHooks()
                    .storeQuotaManager()
                    .build();
    private final StoreMailboxManager mailboxes = james.getMailboxManager();
    private final AtomicInteger users = new AtomicInteger();
    private final POP3Server server = new POP3Server();
    private final int port;
    private final RecordingMetricFactory metrics = new RecordingMetricFactory();
    private Injector injector;

    private Pop3Server(TandemSettings settings, Module instead) throws Exception {
        server.setFileSystem(
                new FileSystemImpl(
                        Configuration.builder()
                                .workingDirectory("target")
                                .configurationFromClasspath()
                                .build()
                                .directories()));
        server.setProtocolHandlerLoader(
                MockProtocolHandlerLoader.builder()
                        .put(bindings())
                        .put(binder -> binder.bind(TandemSettings.class).toInstance(settings))
                        .put(
                                Modules.override(
                                                new Pop3HooksModule(
                                                        settings,
                                                        new StateChoice(
                                                                settings, Guice.createInjector())))
                                        .with(instead))
                        .build());
        XMLConfiguration configuration = new XMLConfiguration();
        new FileHandler(configuration)
                .load(
                        new ByteArrayInputStream(
                                CONFIGURATION
                                        .formatted(SERVERS.incrementAndGet())
                                        .getBytes(StandardCharsets.UTF_8)));
        server.configure(configuration);
        server.init();
        port = new ProtocolServerUtils(server).retrieveBindedAddress().getPort();
    }

    /** A server with the settings in {@code tandemXml}. */
    public static Pop3Server with(String tandemXml) throws Exception {
        return new Pop3Server(new TandemSettings(TestSettings.of(tandemXml)), Modules.EMPTY_MODULE);
    }

    /** A server with the settings in {@code tandemXml} that keeps its state there. */
    public static Pop3Server with(String tandemXml, MaildropState state) throws Exception {
        return new Pop3Server(
                new TandemSettings(TestSettings.of(tandemXml)),
                binder -> binder.bind(MaildropState.class).toInstance(state));
    }

    /** A server on these folders instead of James' mailboxes. */
    public static Pop3Server serving(Inboxes inboxes) throws Exception {
        return new Pop3Server(
                new TandemSettings(TestSettings.of("<tandem><state>memory</state></tandem>")),
                binder -> binder.bind(Inboxes.class).toInstance(inboxes));
    }

    /** A mailbox that nobody has used, with INBOX. */
    public TestMailbox newMailbox(String domain) {
        Username user = Username.of("user" + users.incrementAndGet() + "@" + domain);
        return new TestMailbox(mailboxes, user);
    }

    /** What the reader-activity ledger knows of a user. */
    public ReadingHabits habitsOf(TestMailbox mailbox) {
        return instance(ReaderActivity.class)
                .habitsOf(Username.of(mailbox.user()))
                .block(Duration.ofSeconds(10));
    }

    /** What the server's parts know that type by. */
    public <T> T instance(Class<T> type) {
        return injector.getInstance(type);
    }

    /** What it measures. */
    public RecordingMetricFactory metrics() {
        return metrics;
    }

    @Inject
    void keep(Injector injector) {
        this.injector = injector;
    }

    /** What imports unique-ids. */
    public UniqueIdImports imports() {
        return injector.getInstance(UniqueIdImports.class);
    }

    /** How many messages James counts on that user's quota. */
    public long messagesOnQuota(TestMailbox mailbox) {
        return james.getCurrentQuotaManager()
                .getCurrentMessageCount(
                        james.getDefaultUserQuotaRootResolver()
                                .forUser(Username.of(mailbox.user())))
                .block(Duration.ofSeconds(10))
                .asLong();
    }

    /** A new connection, after the greeting. */
    public Pop3Connection connect() {
        return new Pop3Connection(port);
    }

    /** A new connection, logged in. */
    public Pop3Connection login(TestMailbox mailbox) {
        return login(mailbox.user());
    }

    /** A new connection, logged in by that name. */
    public Pop3Connection login(String user) {
        Pop3Connection connection = connect();
        connection.ok("USER " + user);
        connection.ok("PASS " + PASSWORD);
        return connection;
    }

    @Override
    public void close() {
        server.destroy();
    }

    private Module bindings() {
        return binder -> {
            binder.requestInjection(this);
            binder.bind(MailboxManager.class)
                    .annotatedWith(Names.named("mailboxmanager"))
                    .toInstance(mailboxes);
            binder.bind(UsersRepository.class).toInstance(EveryUser.repository());
            binder.bind(MessageIdManager.class).toInstance(james.getMessageIdManager());
            binder.bind(ConfigurationProvider.class)
                    .toInstance((component, origin) -> new BaseHierarchicalConfiguration());
            binder.bind(MetricFactory.class).toInstance(metrics);
            binder.bind(GaugeRegistry.class).toInstance(new NoopGaugeRegistry());
            binder.bind(Clock.class).toInstance(Clock.systemUTC());
            binder.bind(TaskManager.class).toInstance(new MemoryTaskManager(new Hostname("here")));
            binder.bind(MessageId.Factory.class).toInstance(new InMemoryMessageId.Factory());
            binder.bind(MailboxId.Factory.class).toInstance(new InMemoryId.Factory());
        };
    }
}
