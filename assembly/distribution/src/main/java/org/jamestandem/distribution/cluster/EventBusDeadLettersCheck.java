package org.jamestandem.distribution.cluster;

import com.google.inject.Inject;
import org.apache.james.backends.rabbitmq.RabbitMQConfiguration;
import org.apache.james.backends.rabbitmq.RabbitMQManagementAPI;
import org.apache.james.core.healthcheck.ComponentName;
import org.apache.james.core.healthcheck.HealthCheck;
import org.apache.james.core.healthcheck.Result;
import org.apache.james.events.NamingStrategy;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Whether RabbitMQ has set aside events that no node could read. James' own check asks for the
 * queue of JMAP too, and is unhealthy for ever on a server without JMAP.
 */
final class EventBusDeadLettersCheck implements HealthCheck {
    private static final ComponentName NAME = new ComponentName("RabbitMQ event bus dead letters");
    private static final String DEFAULT_VHOST = "/";

    private final RabbitMQManagementAPI broker;
    private final String vhost;
    private final String queue;

    @Inject
    EventBusDeadLettersCheck(RabbitMQConfiguration configuration, NamingStrategy names) {
        this.broker = RabbitMQManagementAPI.from(configuration);
        this.vhost = configuration.getVhost().orElse(DEFAULT_VHOST);
        this.queue = names.deadLetterQueue().getName();
    }

    @Override
    public ComponentName componentName() {
        return NAME;
    }

    @Override
    public Mono<Result> check() {
        return Mono.fromCallable(() -> broker.queueDetails(vhost, queue).getQueueLength())
                .map(this::judged)
                .onErrorResume(e -> Mono.just(Result.unhealthy(NAME, "cannot look at " + queue, e)))
                .subscribeOn(Schedulers.boundedElastic());
    }

    private Result judged(long events) {
        return events == 0
                ? Result.healthy(NAME)
                : Result.degraded(NAME, "%d events in %s".formatted(events, queue));
    }
}
