package org.jamestandem.distribution.queue.cassandra;

import com.google.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.annotation.PreDestroy;
import org.apache.james.queue.api.MailQueueFactory;
import org.apache.james.queue.api.MailQueueItemDecoratorFactory;
import org.apache.james.queue.api.MailQueueName;

/**
 * Queues whose mails are rows in Cassandra and whose order is in memory. A queue that is created
 * has all mails that an earlier process left in it.
 *
 * <p>For one process on a keyspace: a second one would hand out the same mails again.
 */
final class CassandraMailQueues implements MailQueueFactory<CassandraMailQueue> {
    private final Map<MailQueueName, CassandraMailQueue> queues = new ConcurrentHashMap<>();
    private final KeptMails mails;
    private final MailQueueItemDecoratorFactory decorators;
    private final Clock clock;

    @Inject
    CassandraMailQueues(KeptMails mails, MailQueueItemDecoratorFactory decorators, Clock clock) {
        this.mails = mails;
        this.decorators = decorators;
        this.clock = clock;
    }

    @Override
    public Optional<CassandraMailQueue> getQueue(MailQueueName name, PrefetchCount count) {
        return Optional.ofNullable(queues.get(name));
    }

    @Override
    public CassandraMailQueue createQueue(MailQueueName name, PrefetchCount count) {
        return queues.computeIfAbsent(name, this::open);
    }

    @Override
    public Set<MailQueueName> listCreatedMailQueues() {
        return Set.copyOf(queues.keySet());
    }

    private CassandraMailQueue open(MailQueueName name) {
        return new CassandraMailQueue(name, mails, decorators, clock);
    }

    /** Nobody gets a mail from now on; what was handed out may still be acknowledged. */
    @PreDestroy
    void close() {
        queues.values().forEach(CassandraMailQueue::stop);
    }
}
