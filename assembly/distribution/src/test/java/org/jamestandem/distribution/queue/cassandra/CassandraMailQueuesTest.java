package org.jamestandem.distribution.queue.cassandra;

import org.apache.james.queue.api.MailQueueFactory;
import org.apache.james.queue.api.MailQueueFactoryContract;
import org.jamestandem.testkit.servers.CassandraServer;
import org.jamestandem.testkit.servers.TestServers;
import org.junit.jupiter.api.extension.RegisterExtension;

class CassandraMailQueuesTest implements MailQueueFactoryContract<CassandraMailQueue> {
    @RegisterExtension static final CassandraServer CASSANDRA = TestServers.cassandra();

    private final MailQueueFactory<CassandraMailQueue> queues =
            QueueFixture.on(CASSANDRA).factory();

    @Override
    public MailQueueFactory<CassandraMailQueue> getMailQueueFactory() {
        return queues;
    }
}
