package org.jamestandem.distribution.rabbitmq;

import com.google.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.apache.james.core.healthcheck.ComponentName;
import org.apache.james.core.healthcheck.HealthCheck;
import org.apache.james.core.healthcheck.Result;
import reactor.core.publisher.Mono;

/** Unhealthy while this node does not consume what it should, for longer than a reconnection. */
final class ConsumersHealthCheck implements HealthCheck {
    static final ComponentName NAME = new ComponentName("RabbitMQ consumers");
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Consumers consumers;

    @Inject
    ConsumersHealthCheck(Consumers consumers) {
        this.consumers = consumers;
    }

    @Override
    public ComponentName componentName() {
        return NAME;
    }

    @Override
    public Mono<Result> check() {
        return Mono.fromCallable(() -> consumers.idleFor(PATIENCE)).map(this::result);
    }

    private Result result(List<String> idle) {
        return idle.isEmpty()
                ? Result.healthy(NAME)
                : Result.unhealthy(
                        NAME, "this node does not consume from " + String.join(", ", idle));
    }
}
