package org.jamestandem.mailets;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.TypeLiteral;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.james.domainlist.api.DomainList;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.inmemory.manager.InMemoryIntegrationResources;
import org.apache.james.mailrepository.api.MailRepositoryStore;
import org.apache.james.mailrepository.memory.MemoryMailRepository;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.metrics.tests.RecordingMetricFactory;
import org.apache.james.queue.api.MailQueueFactory;
import org.apache.james.queue.api.RawMailQueueItemDecoratorFactory;
import org.apache.james.queue.memory.MemoryMailQueueFactory;
import org.apache.james.server.core.configuration.FileConfigurationProvider;
import org.apache.james.user.api.UsersRepository;
import org.apache.james.user.memory.MemoryUsersRepository;
import org.jamestandem.kernel.settings.Settings;
import org.jamestandem.kernel.settings.TandemSettings;
import org.jamestandem.kernel.state.StateChoice;
import org.jamestandem.mailets.hold.OneRepository;
import org.jamestandem.mailets.notice.Domains;

/** Our module on a server that has little more than users and a clock. */
final class Extensions {
    private Extensions() {}

    private static MailboxManager mailboxes() {
        return InMemoryIntegrationResources.defaultResources().getMailboxManager();
    }

    private static MailQueueFactory<?> queues() {
        return new MemoryMailQueueFactory(new RawMailQueueItemDecoratorFactory());
    }

    static Settings settings(String tandemXml) throws ConfigurationException {
        byte[] bytes = tandemXml.getBytes(StandardCharsets.UTF_8);
        return Settings.of(
                "tandem.xml",
                FileConfigurationProvider.getConfig(new ByteArrayInputStream(bytes))
                        .getNodeModel()
                        .getNodeHandler()
                        .getRootNode());
    }

    static Injector injector(Settings settings) throws ConfigurationException {
        Injector server =
                Guice.createInjector(
                        binder -> {
                            binder.bind(Clock.class).toInstance(Clock.systemUTC());
                            binder.bind(MailboxManager.class).toProvider(Extensions::mailboxes);
                            binder.bind(DomainList.class).toInstance(Domains.of("example.org"));
                            binder.bind(MetricFactory.class).to(RecordingMetricFactory.class);
                            binder.bind(MailRepositoryStore.class)
                                    .toInstance(new OneRepository(new MemoryMailRepository()));
                            binder.bind(new TypeLiteral<MailQueueFactory<?>>() {})
                                    .toProvider(Extensions::queues);
                            binder.bind(UsersRepository.class)
                                    .toProvider(
                                            () -> MemoryUsersRepository.withVirtualHosting(null));
                        });
        TandemSettings inMemory =
                new TandemSettings(settings("<tandem><state>memory</state></tandem>"));
        return server.createChildInjector(
                new MailetsModule(new TandemSettings(settings), new StateChoice(inMemory, server)));
    }
}
