package org.jamestandem.pop3;

import com.google.inject.Guice;
import com.google.inject.name.Names;
import com.google.inject.util.Modules;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.configuration2.BaseHierarchicalConfiguration;
import org.apache.commons.configuration2.XMLConfiguration;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MessageIdManager;
import org.apache.james.mailbox.inmemory.InMemoryId;
import org.apache.james.mailbox.inmemory.InMemoryMessageId;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.MessageId;
import org.apache.james.metrics.api.GaugeRegistry;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.metrics.api.NoopGaugeRegistry;
import org.apache.james.metrics.tests.RecordingMetricFactory;
import org.apache.james.pop3server.POP3ServerTest;
import org.apache.james.protocols.lib.mock.MockProtocolHandlerLoader;
import org.apache.james.server.core.configuration.ConfigurationProvider;
import org.apache.james.task.Hostname;
import org.apache.james.task.MemoryTaskManager;
import org.apache.james.task.TaskManager;
import org.apache.james.user.api.UsersRepository;
import org.jamestandem.kernel.settings.TandemSettings;
import org.jamestandem.kernel.state.StateChoice;
import org.jamestandem.pop3.maildrop.FolderNote;
import org.jamestandem.pop3.maildrop.FolderNotes;
import org.jamestandem.pop3.maildrop.MaildropState;
import org.jamestandem.pop3.maildrop.UidFloor;
import org.jamestandem.pop3.maildrop.memory.MemoryMaildropState;
import org.jamestandem.pop3.text.WireSize;
import org.junit.jupiter.api.Tag;
import reactor.core.publisher.Mono;

/**
 * James' own tests of its POP3 server, on our handlers and the policy {@code classic}. Slow, since
 * each starts and stops a server.
 */
@Tag("full")
class JamesPop3ServerTest extends POP3ServerTest {
    private static final TandemSettings IN_MEMORY =
            new TandemSettings(TestSettings.of("<tandem><state>memory</state></tandem>"));

    @Override
    protected void setUpServiceManager() {
        super.setUpServiceManager();
        protocolHandlerChain =
                MockProtocolHandlerLoader.builder()
                        .put(
                                binder ->
                                        binder.bind(MailboxManager.class)
                                                .annotatedWith(Names.named("mailboxmanager"))
                                                .toInstance(mailboxManager))
                        .put(
                                binder ->
                                        binder.bind(MetricFactory.class)
                                                .toInstance(new RecordingMetricFactory()))
                        .put(
                                binder ->
                                        binder.bind(GaugeRegistry.class)
                                                .toInstance(new NoopGaugeRegistry()))
                        .put(
                                binder ->
                                        binder.bind(MessageIdManager.class)
                                                .toProvider(
                                                        () -> {
                                                            throw new IllegalStateException(
                                                                    "these tests restore nothing");
                                                        }))
                        .put(
                                binder ->
                                        binder.bind(ConfigurationProvider.class)
                                                .toInstance(
                                                        (component, origin) ->
                                                                new BaseHierarchicalConfiguration()))
                        .put(binder -> binder.bind(Clock.class).toInstance(Clock.systemUTC()))
                        .put(
                                binder ->
                                        binder.bind(TaskManager.class)
                                                .toInstance(
                                                        new MemoryTaskManager(
                                                                new Hostname("here"))))
                        .put(
                                binder ->
                                        binder.bind(MessageId.Factory.class)
                                                .toInstance(new InMemoryMessageId.Factory()))
                        .put(
                                binder ->
                                        binder.bind(MailboxId.Factory.class)
                                                .toInstance(new InMemoryId.Factory()))
                        .put(
                                binder ->
                                        binder.bind(UsersRepository.class)
                                                .toInstance(EveryUser.repository()))
                        .put(binder -> binder.bind(TandemSettings.class).toInstance(IN_MEMORY))
                        .put(
                                Modules.override(new Pop3HooksModule(IN_MEMORY, choice()))
                                        .with(
                                                binder ->
                                                        binder.bind(MaildropState.class)
                                                                .toInstance(storedSizes())))
                        .build();
    }

    /**
     * James' tests store a message without an end of line and expect LIST to leave out the one that
     * RETR adds, against RFC 1939 §11.
     */
    private static MaildropState storedSizes() {
        MaildropState state = MemoryMaildropState.create();
        return new MaildropState(
                state.hidden(),
                state.taken(),
                state.aliases(),
                state.intents(),
                new AllMeasured(),
                state.leases(),
                state.lasting());
    }

    private static final class AllMeasured implements FolderNotes {
        @Override
        public Mono<FolderNote> of(String folder) {
            return Mono.just(new FolderNote(Long.MAX_VALUE, Map.of(), Optional.empty()));
        }

        @Override
        public Mono<Void> measured(String folder, long upTo, Map<Long, WireSize> sizes) {
            return Mono.empty();
        }

        @Override
        public Mono<Void> forget(String folder, Collection<Long> uids) {
            return Mono.empty();
        }

        @Override
        public Mono<Void> floor(String folder, UidFloor floor) {
            return Mono.empty();
        }
    }

    private static StateChoice choice() {
        return new StateChoice(IN_MEMORY, Guice.createInjector());
    }

    @Override
    protected void initPOP3Server(XMLConfiguration configuration) throws Exception {
        configuration.setProperty(
                "handlerchain[@coreHandlersPackage]", LeaveOnServerHandlers.class.getName());
        super.initPOP3Server(configuration);
    }
}
