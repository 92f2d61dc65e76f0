package org.jamestandem.distribution.rabbitmq;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Connection;
import java.time.Duration;
import org.apache.james.backends.rabbitmq.ReactorRabbitMQChannelPool;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.rabbitmq.BindingSpecification;
import reactor.rabbitmq.ExchangeSpecification;
import reactor.rabbitmq.OutboundMessage;
import reactor.rabbitmq.QueueSpecification;
import reactor.rabbitmq.ResourceManagementOptions;
import reactor.rabbitmq.SendOptions;
import reactor.rabbitmq.Sender;
import reactor.rabbitmq.SenderOptions;
import reactor.util.retry.Retry;

/**
 * A sender that outlives its connection: it declares on a channel that is open, notes what it has
 * declared, and does not let a stream of notifications end with the channel it began on.
 *
 * <p>James sends single messages that matter ({@code Mono}: a mail, a task, an event for groups)
 * and streams of notifications that do not ({@code Flux}: what sessions look at, ended tasks,
 * cancel requests). A single message that cannot be sent is an error; a notification is tried again
 * and then logged and dropped.
 */
final class SteadySender extends Sender {
    private static final Logger LOGGER = LoggerFactory.getLogger(SteadySender.class);
    private static final int ATTEMPTS = 3;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Topology topology;

    SteadySender(
            Mono<Connection> connection, ReactorRabbitMQChannelPool channels, Topology topology) {
        super(
                new SenderOptions()
                        .connectionMono(connection)
                        .channelPool(channels)
                        .resourceManagementChannelMono(new OpenChannel(connection).mono()));
        this.topology = topology;
    }

    @Override
    public Mono<Void> send(Publisher<OutboundMessage> messages, SendOptions options) {
        if (messages instanceof Mono) {
            return super.send(messages, options);
        }
        return Flux.from(messages).concatMap(message -> notify(message, options)).then();
    }

    private Mono<Void> notify(OutboundMessage message, SendOptions options) {
        return super.send(Mono.just(message), options)
                .retryWhen(Retry.backoff(ATTEMPTS, PAUSE).scheduler(Schedulers.boundedElastic()))
                .onErrorResume(
                        e -> {
                            LOGGER.warn("A notification to {} is lost", message.getExchange(), e);
                            return Mono.empty();
                        });
    }

    @Override
    public Mono<AMQP.Exchange.DeclareOk> declareExchange(
            ExchangeSpecification specification, ResourceManagementOptions options) {
        return super.declareExchange(specification, options)
                .doOnNext(done -> topology.add(specification));
    }

    @Override
    public Mono<AMQP.Queue.DeclareOk> declareQueue(
            QueueSpecification specification, ResourceManagementOptions options) {
        return super.declareQueue(specification, options)
                .doOnNext(done -> topology.add(specification));
    }

    @Override
    public Mono<AMQP.Queue.DeleteOk> deleteQueue(
            QueueSpecification specification,
            boolean ifUnused,
            boolean ifEmpty,
            ResourceManagementOptions options) {
        return Mono.fromRunnable(() -> topology.remove(specification))
                .then(super.deleteQueue(specification, ifUnused, ifEmpty, options));
    }

    @Override
    public Mono<AMQP.Queue.BindOk> bind(
            BindingSpecification specification, ResourceManagementOptions options) {
        return Mono.fromRunnable(() -> topology.add(specification))
                .then(super.bind(specification, options));
    }

    @Override
    public Mono<AMQP.Queue.UnbindOk> unbind(
            BindingSpecification specification, ResourceManagementOptions options) {
        return Mono.fromRunnable(() -> topology.remove(specification))
                .then(super.unbind(specification, options));
    }
}
