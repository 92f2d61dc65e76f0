package org.jamestandem.distribution.rabbitmq;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.Delivery;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.rabbitmq.AcknowledgableDelivery;
import reactor.rabbitmq.ConsumeOptions;
import reactor.rabbitmq.Receiver;
import reactor.rabbitmq.ReceiverOptions;
import reactor.util.retry.Retry;

/**
 * A receiver whose stream ends only when it is disposed of. When the broker cancels the consumer,
 * closes its channel or is gone, it consumes again as soon as it can, from a queue that it declares
 * again first.
 *
 * <p>What came over a channel that is closed is not handed on any more, since the broker delivers
 * it again. An acknowledgement over a closed channel is no error: the work is done, and whoever
 * acknowledges must be able to note that before the broker delivers again.
 */
final class SteadyReceiver extends Receiver {
    private static final Logger LOGGER = LoggerFactory.getLogger(SteadyReceiver.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Mono<Connection> connection;
    private final Topology topology;
    private final Consumers consumers;

    SteadyReceiver(Mono<Connection> connection, Topology topology, Consumers consumers) {
        super(new ReceiverOptions().connectionMono(connection));
        this.connection = connection;
        this.topology = topology;
        this.consumers = consumers;
    }

    @Override
    public Flux<AcknowledgableDelivery> consumeManualAck(String queue, ConsumeOptions options) {
        Consumers.Consumer consumer = consumers.add(queue);
        return Flux.defer(() -> attempt(queue, options, consumer))
                .concatWith(Flux.error(() -> new IllegalStateException("consumer has ended")))
                .retryWhen(
                        Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE)
                                .maxBackoff(LONGEST_PAUSE)
                                .transientErrors(true)
                                .scheduler(Schedulers.boundedElastic())
                                .doBeforeRetry(signal -> noteEnd(queue, signal, consumer)))
                .doFinally(signal -> consumers.remove(consumer));
    }

    /** As {@link #consumeManualAck} does it; the broker takes a delivery as acknowledged. */
    @Override
    public Flux<Delivery> consumeNoAck(String queue, ConsumeOptions options) {
        return consumeAutoAck(queue, options);
    }

    private Flux<AcknowledgableDelivery> attempt(
            String queue, ConsumeOptions options, Consumers.Consumer consumer) {
        AtomicReference<Channel> channel = new AtomicReference<>();
        options.channelCallback(
                opened -> {
                    channel.set(opened);
                    consumer.noteStart();
                });
        options.exceptionHandler(
                (delivery, e) ->
                        LOGGER.warn(
                                "A message of {} could not be acknowledged; it will come again",
                                queue,
                                e));
        Mono<Void> prepare = consumer.isFirstAttempt() ? Mono.empty() : restore(queue);
        return prepare.thenMany(super.consumeManualAck(queue, options))
                .filter(delivery -> channel.get().isOpen());
    }

    private Mono<Void> restore(String queue) {
        return connection.flatMap(open -> Mono.fromRunnable(() -> topology.restore(open, queue)));
    }

    private static void noteEnd(
            String queue, Retry.RetrySignal signal, Consumers.Consumer consumer) {
        consumer.noteEnd();
        LOGGER.warn(
                "Consumer of {} has ended ({}); consuming again",
                queue,
                String.valueOf(signal.failure()));
    }

    /** Whatever closes the channel: nobody else consumes on behalf of this receiver. */
    @Override
    protected void completeOnChannelShutdown(Channel channel, FluxSink<?> emitter) {
        channel.addShutdownListener(reason -> emitter.complete());
    }
}
