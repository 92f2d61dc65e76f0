package org.jamestandem.distribution.queue.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.util.Modules;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.james.backends.cassandra.components.CassandraModule;
import org.apache.james.backends.cassandra.init.CassandraTableManager;
import org.apache.james.backends.cassandra.init.CassandraTypesCreator;
import org.apache.james.backends.cassandra.init.CassandraTypesProvider;
import org.apache.james.backends.cassandra.init.CassandraZonedDateTimeModule;
import org.apache.james.blob.api.BlobId;
import org.apache.james.blob.api.BlobStore;
import org.apache.james.blob.api.HashBlobId;
import org.apache.james.blob.cassandra.CassandraBlobModule;
import org.apache.james.blob.cassandra.CassandraBlobStoreFactory;
import org.apache.james.mailrepository.cassandra.CassandraMailRepositoryModule;
import org.apache.james.metrics.tests.RecordingMetricFactory;
import org.apache.james.queue.api.MailQueue;
import org.apache.james.queue.api.MailQueueFactory;
import org.apache.james.queue.api.MailQueueItemDecoratorFactory;
import org.apache.james.queue.api.MailQueueName;
import org.apache.james.queue.api.ManageableMailQueue;
import org.apache.james.queue.api.RawMailQueueItemDecoratorFactory;
import org.jamestandem.testkit.servers.CassandraServer;
import reactor.core.publisher.Flux;

/** Queues on a real Cassandra, as the server makes them. */
final class QueueFixture {
    private static final CassandraModule TABLES =
            CassandraModule.aggregateModules(
                    CassandraZonedDateTimeModule.MODULE,
                    CassandraBlobModule.MODULE,
                    CassandraMailRepositoryModule.MODULE);

    private final CqlSession session;
    private final MailQueueFactory<CassandraMailQueue> running;
    private MailQueueName name;
    private volatile boolean readable = true;

    private QueueFixture(CqlSession session) {
        this.session = session;
        this.running = factory();
    }

    static QueueFixture on(CassandraServer cassandra) {
        CqlSession session = cassandra.session();
        new CassandraTypesCreator(TABLES, session).initializeTypes();
        new CassandraTableManager(TABLES, session)
                .initializeTables(new CassandraTypesProvider(session));
        return new QueueFixture(session);
    }

    /** A queue of a new name. */
    ManageableMailQueue fresh() {
        name = MailQueueName.of("queue-" + UUID.randomUUID());
        return running.createQueue(name);
    }

    /** The same queue as a process finds it that starts now. */
    ManageableMailQueue reopened() {
        return factory().createQueue(name);
    }

    MailQueueFactory<CassandraMailQueue> factory() {
        Injector injector =
                Guice.createInjector(
                        Modules.combine(
                                new QueueModule(),
                                binder -> {
                                    binder.bind(CqlSession.class).toInstance(session);
                                    binder.bind(BlobId.Factory.class)
                                            .toInstance(new HashBlobId.Factory());
                                    binder.bind(BlobStore.class).toInstance(blobs());
                                    binder.bind(Clock.class).toInstance(Clock.systemUTC());
                                    binder.bind(MailQueueItemDecoratorFactory.class)
                                            .toInstance(new RawMailQueueItemDecoratorFactory());
                                }));
        return injector.getInstance(CassandraMailQueues.class);
    }

    /** From now on, or until told otherwise, contents cannot be read. */
    void contentsAreReadable(boolean readable) {
        this.readable = readable;
    }

    private BlobStore blobs() {
        BlobStore blobs =
                CassandraBlobStoreFactory.forTesting(session, new RecordingMetricFactory())
                        .passthrough();
        return (BlobStore)
                Proxy.newProxyInstance(
                        BlobStore.class.getClassLoader(),
                        new Class<?>[] {BlobStore.class},
                        (proxy, method, arguments) -> {
                            if (!readable && method.getName().startsWith("read")) {
                                throw new IllegalStateException("contents are away");
                            }
                            return method.invoke(blobs, arguments);
                        });
    }

    static List<String> names(ManageableMailQueue queue, int count) {
        return Flux.from(queue.deQueue())
                .take(count)
                .map(item -> item.getMail().getName())
                .collectList()
                .block(Duration.ofSeconds(30));
    }

    static void succeed(MailQueue.MailQueueItem item) {
        try {
            item.done(MailQueue.MailQueueItem.CompletionStatus.SUCCESS);
        } catch (MailQueue.MailQueueException e) {
            throw new IllegalStateException(e);
        }
    }
}
