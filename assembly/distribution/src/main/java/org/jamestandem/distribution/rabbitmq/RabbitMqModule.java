package org.jamestandem.distribution.rabbitmq;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Scopes;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.name.Named;
import java.io.FileNotFoundException;
import java.time.Clock;
import org.apache.commons.configuration2.Configuration;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.james.backends.rabbitmq.RabbitMQConfiguration;
import org.apache.james.backends.rabbitmq.RabbitMQHealthCheck;
import org.apache.james.backends.rabbitmq.ReactorRabbitMQChannelPool;
import org.apache.james.backends.rabbitmq.ReceiverProvider;
import org.apache.james.backends.rabbitmq.SimpleConnectionPool;
import org.apache.james.core.healthcheck.HealthCheck;
import org.apache.james.lifecycle.api.StartUpCheck;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.utils.PropertiesProvider;
import reactor.rabbitmq.Sender;

/** RabbitMQ as {@code rabbitmq.properties} describes it, for event bus, mail queue and tasks. */
public final class RabbitMqModule extends AbstractModule {
    /** The configuration file, without its ending; also the name its content is bound under. */
    public static final String FILE = "rabbitmq";

    @Override
    protected void configure() {
        bind(SimpleConnectionPool.class).to(SteadyConnection.class);
        bind(Topology.class).in(Scopes.SINGLETON);
        Multibinder.newSetBinder(binder(), StartUpCheck.class)
                .addBinding()
                .to(RabbitMqStartUpCheck.class);
        Multibinder<HealthCheck> checks = Multibinder.newSetBinder(binder(), HealthCheck.class);
        checks.addBinding().to(RabbitMQHealthCheck.class);
        checks.addBinding().to(ConsumersHealthCheck.class);
    }

    @Provides
    @Singleton
    @Named(FILE)
    Configuration file(PropertiesProvider files) throws ConfigurationException {
        try {
            return files.getConfiguration(FILE);
        } catch (FileNotFoundException e) {
            throw new ConfigurationException(
                    "rabbitmq.properties is missing; it needs uri, management.uri,"
                            + " management.user and management.password, for example"
                            + " uri=amqp://rabbitmq.example:5672",
                    e);
        }
    }

    @Provides
    @Singleton
    RabbitMQConfiguration broker(@Named(FILE) Configuration file) {
        return PromptConfiguration.from(file);
    }

    @Provides
    @Singleton
    SimpleConnectionPool.Configuration connections(@Named(FILE) Configuration file) {
        return SimpleConnectionPool.Configuration.from(file);
    }

    @Provides
    @Singleton
    ReactorRabbitMQChannelPool.Configuration channelLimits(@Named(FILE) Configuration file) {
        return ReactorRabbitMQChannelPool.Configuration.from(file);
    }

    @Provides
    @Singleton
    ReactorRabbitMQChannelPool channels(
            SimpleConnectionPool connections,
            ReactorRabbitMQChannelPool.Configuration limits,
            MetricFactory metrics) {
        ReactorRabbitMQChannelPool channels =
                new ReactorRabbitMQChannelPool(
                        connections.getResilientConnection(), limits, metrics);
        channels.start();
        return channels;
    }

    @Provides
    @Singleton
    Sender sender(
            SimpleConnectionPool connections,
            ReactorRabbitMQChannelPool channels,
            Topology topology) {
        return new SteadySender(connections.getResilientConnection(), channels, topology);
    }

    @Provides
    @Singleton
    Consumers consumers(Clock clock) {
        return new Consumers(clock);
    }

    @Provides
    @Singleton
    ReceiverProvider receivers(
            SimpleConnectionPool connections, Topology topology, Consumers consumers) {
        return () -> new SteadyReceiver(connections.getResilientConnection(), topology, consumers);
    }
}
