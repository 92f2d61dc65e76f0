package org.jamestandem.distribution.cluster;

import static org.apache.james.events.NamingStrategy.MAILBOX_EVENT_NAMING_STRATEGY;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.ProvidesIntoSet;
import org.apache.james.core.healthcheck.HealthCheck;
import org.apache.james.events.EventBus;
import org.apache.james.events.EventBusId;
import org.apache.james.events.NamingStrategy;
import org.apache.james.events.RabbitMQEventBus;
import org.apache.james.events.RegistrationKey;
import org.apache.james.mailbox.events.MailboxIdRegistrationKey;
import org.apache.james.utils.InitializationOperation;
import org.apache.james.utils.InitilizationOperationBuilder;

/**
 * One event bus for all nodes, in place of the one inside the process. A listener with a group runs
 * on one node for each event; what a session looks at is told to every node.
 */
final class EventBusModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(NamingStrategy.class).toInstance(MAILBOX_EVENT_NAMING_STRATEGY);
        bind(EventBusId.class).toInstance(EventBusId.random());
        bind(RabbitMQEventBus.class).in(Scopes.SINGLETON);
        bind(KeptEventBus.class).in(Scopes.SINGLETON);
        bind(EventBus.class).to(KeptEventBus.class);
        Multibinder.newSetBinder(binder(), RegistrationKey.Factory.class)
                .addBinding()
                .to(MailboxIdRegistrationKey.Factory.class);
        Multibinder.newSetBinder(binder(), HealthCheck.class)
                .addBinding()
                .to(EventBusDeadLettersCheck.class);
    }

    @ProvidesIntoSet
    InitializationOperation start(RabbitMQEventBus bus) {
        return InitilizationOperationBuilder.forClass(RabbitMQEventBus.class).init(bus::start);
    }
}
