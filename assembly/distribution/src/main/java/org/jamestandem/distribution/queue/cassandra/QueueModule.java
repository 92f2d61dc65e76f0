package org.jamestandem.distribution.queue.cassandra;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Scopes;
import com.google.inject.Singleton;
import org.apache.james.queue.api.MailQueue;
import org.apache.james.queue.api.MailQueueFactory;
import org.apache.james.queue.api.ManageableMailQueue;

/** The mail queue of a server that is alone on its keyspace. */
public final class QueueModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(KeptMails.class).in(Scopes.SINGLETON);
        bind(CassandraMailQueues.class).in(Scopes.SINGLETON);
    }

    @Provides
    @Singleton
    MailQueueFactory<? extends ManageableMailQueue> manageableQueues(CassandraMailQueues queues) {
        return queues;
    }

    @Provides
    @Singleton
    MailQueueFactory<? extends MailQueue> mailQueues(CassandraMailQueues queues) {
        return queues;
    }

    @Provides
    @Singleton
    MailQueueFactory<?> anyQueues(CassandraMailQueues queues) {
        return queues;
    }
}
