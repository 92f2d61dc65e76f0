package org.jamestandem.distribution.cluster;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Scopes;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.ProvidesIntoSet;
import com.google.inject.name.Named;
import org.apache.commons.configuration2.Configuration;
import org.apache.james.backends.cassandra.components.CassandraModule;
import org.apache.james.modules.server.HostnameModule;
import org.apache.james.modules.server.TaskSerializationModule;
import org.apache.james.task.TaskManager;
import org.apache.james.task.eventsourcing.EventSourcingTaskManager;
import org.apache.james.task.eventsourcing.TaskExecutionDetailsProjection;
import org.apache.james.task.eventsourcing.TerminationSubscriber;
import org.apache.james.task.eventsourcing.WorkQueueSupplier;
import org.apache.james.task.eventsourcing.cassandra.CassandraTaskExecutionDetailsProjection;
import org.apache.james.task.eventsourcing.cassandra.CassandraTaskExecutionDetailsProjectionModule;
import org.apache.james.task.eventsourcing.distributed.CancelRequestQueueName;
import org.apache.james.task.eventsourcing.distributed.RabbitMQTerminationSubscriber;
import org.apache.james.task.eventsourcing.distributed.RabbitMQWorkQueue;
import org.apache.james.task.eventsourcing.distributed.RabbitMQWorkQueueConfiguration;
import org.apache.james.task.eventsourcing.distributed.RabbitMQWorkQueueSupplier;
import org.apache.james.task.eventsourcing.distributed.TerminationQueueName;
import org.apache.james.utils.InitializationOperation;
import org.apache.james.utils.InitilizationOperationBuilder;
import org.jamestandem.distribution.rabbitmq.RabbitMqModule;

/** Tasks that one node takes and any node may run, one at a time in the whole cluster. */
final class TasksModule extends AbstractModule {
    private static final String CONSUMED = "task.consumption.enabled";

    @Override
    protected void configure() {
        install(new HostnameModule());
        install(new TaskSerializationModule());
        install(new TaskEventsModule());
        bind(CassandraTaskExecutionDetailsProjection.class).in(Scopes.SINGLETON);
        bind(TaskExecutionDetailsProjection.class)
                .to(CassandraTaskExecutionDetailsProjection.class);
        bind(RabbitMQTerminationSubscriber.class).in(Scopes.SINGLETON);
        bind(TerminationSubscriber.class).to(RabbitMQTerminationSubscriber.class);
        bind(RabbitMQWorkQueueSupplier.class).in(Scopes.SINGLETON);
        bind(WorkQueueSupplier.class).to(RabbitMQWorkQueueSupplier.class);
        bind(EventSourcingTaskManager.class).in(Scopes.SINGLETON);
        bind(TaskManager.class).to(EventSourcingTaskManager.class);
        bind(CancelRequestQueueName.class).toInstance(CancelRequestQueueName.generate());
        bind(TerminationQueueName.class).toInstance(TerminationQueueName.generate());
        Multibinder.newSetBinder(binder(), CassandraModule.class)
                .addBinding()
                .toInstance(CassandraTaskExecutionDetailsProjectionModule.MODULE());
    }

    @Provides
    @Singleton
    RabbitMQWorkQueueConfiguration options(@Named(RabbitMqModule.FILE) Configuration file) {
        return new RabbitMQWorkQueueConfiguration(file.getBoolean(CONSUMED, true));
    }

    @ProvidesIntoSet
    InitializationOperation listenForEnds(RabbitMQTerminationSubscriber ends) {
        return InitilizationOperationBuilder.forClass(RabbitMQTerminationSubscriber.class)
                .init(ends::start);
    }

    /** James' order of operations knows the task manager by its queue. */
    @ProvidesIntoSet
    InitializationOperation startWork(EventSourcingTaskManager tasks) {
        return InitilizationOperationBuilder.forClass(RabbitMQWorkQueue.class).init(tasks::start);
    }
}
