package org.jamestandem.distribution.cluster;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Scopes;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.name.Named;
import org.apache.commons.configuration2.Configuration;
import org.apache.james.core.healthcheck.HealthCheck;
import org.apache.james.queue.api.MailQueue;
import org.apache.james.queue.api.MailQueueFactory;
import org.apache.james.queue.api.ManageableMailQueue;
import org.apache.james.queue.rabbitmq.RabbitMQMailQueue;
import org.apache.james.queue.rabbitmq.RabbitMQMailQueueDeadLetterQueueHealthCheck;
import org.apache.james.queue.rabbitmq.RabbitMQMailQueueFactory;
import org.apache.james.queue.rabbitmq.view.RabbitMQMailQueueConfiguration;
import org.jamestandem.distribution.rabbitmq.RabbitMqModule;

/** A mail queue that every node fills and empties: contents in Cassandra, order in RabbitMQ. */
final class MailQueueModule extends AbstractModule {
    @Override
    protected void configure() {
        install(new MailQueueViewModule());
        bind(RabbitMQMailQueueFactory.class).in(Scopes.SINGLETON);
        Multibinder.newSetBinder(binder(), HealthCheck.class)
                .addBinding()
                .to(RabbitMQMailQueueDeadLetterQueueHealthCheck.class);
    }

    @Provides
    @Singleton
    RabbitMQMailQueueConfiguration options(@Named(RabbitMqModule.FILE) Configuration file) {
        return RabbitMQMailQueueConfiguration.from(file);
    }

    @Provides
    @Singleton
    MailQueueFactory<RabbitMQMailQueue> queues(RabbitMQMailQueueFactory queues) {
        return queues;
    }

    @Provides
    @Singleton
    MailQueueFactory<? extends ManageableMailQueue> manageableQueues(
            RabbitMQMailQueueFactory queues) {
        return queues;
    }

    @Provides
    @Singleton
    MailQueueFactory<? extends MailQueue> mailQueues(RabbitMQMailQueueFactory queues) {
        return queues;
    }

    @Provides
    @Singleton
    MailQueueFactory<?> anyQueues(RabbitMQMailQueueFactory queues) {
        return queues;
    }
}
