package org.jamestandem.distribution.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.jamestandem.testkit.servers.RabbitMqServer;
import org.jamestandem.testkit.servers.TestServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.rabbitmq.AcknowledgableDelivery;
import reactor.rabbitmq.BindingSpecification;
import reactor.rabbitmq.ConsumeOptions;
import reactor.rabbitmq.ExchangeSpecification;
import reactor.rabbitmq.OutboundMessage;
import reactor.rabbitmq.QueueSpecification;
import reactor.rabbitmq.Receiver;

class SteadyReceiverTest {
    @RegisterExtension static final RabbitMqServer RABBITMQ = TestServers.rabbitMq();

    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final List<String> received = new CopyOnWriteArrayList<>();
    private final String queue = "q" + UUID.randomUUID();
    private Broker broker;
    private Disposable consumer;

    @BeforeEach
    void declare() {
        broker = new Broker(RABBITMQ);
        broker.sender.declareQueue(QueueSpecification.queue(queue).durable(true)).block(LIMIT);
    }

    @AfterEach
    void close() {
        if (consumer != null) {
            consumer.dispose();
        }
        broker.close();
    }

    @Test
    void consumesAgainWhenTheBrokerClosesTheChannel() throws Exception {
        consume(broker.receiver());
        receives("before");
        broker.closeChannel();
        receives("after");
    }

    @Test
    void consumesAgainWhenTheBrokerCancelsTheConsumer() throws Exception {
        consume(broker.receiver());
        receives("before");
        broker.http("DELETE", "api/queues/" + RABBITMQ.virtualHost() + "/" + queue);
        Awaitility.await().atMost(LIMIT).until(this::queueIsThere);
        receives("after");
    }

    @Test
    void consumesAgainWhenTheConnectionIsLost() throws Exception {
        consume(broker.receiver());
        receives("before");
        broker.closeConnections();
        receives("after");
    }

    @Test
    void receiverOfJamesStaysSilentOnceTheBrokerHasCancelledIt() throws Exception {
        consume(broker.stockReceiver());
        receives("before");
        broker.http("DELETE", "api/queues/" + RABBITMQ.virtualHost() + "/" + queue);
        Awaitility.await().atMost(LIMIT).until(consumer::isDisposed);
    }

    @Test
    void whatIsNotDurableIsDeclaredAgainWhenTheConnectionIsLost() throws Exception {
        String exchange = "x" + queue;
        String passing = "passing" + queue;
        broker.sender
                .declareExchange(ExchangeSpecification.exchange(exchange).autoDelete(true))
                .then(
                        broker.sender.declareQueue(
                                QueueSpecification.queue(passing).autoDelete(true)))
                .then(
                        broker.sender.bind(
                                BindingSpecification.binding(exchange, "mailbox 7", passing)))
                .block(LIMIT);
        consumer =
                broker.receiver()
                        .consumeAutoAck(passing)
                        .subscribe(delivery -> received.add(text(delivery.getBody())));
        notify(exchange, "before");
        broker.closeConnections();
        notify(exchange, "after");
    }

    @Test
    void streamOfNotificationsSurvivesItsChannel() throws Exception {
        consume(broker.receiver());
        Sinks.Many<OutboundMessage> notifications = Sinks.many().unicast().onBackpressureBuffer();
        Disposable sending = broker.sender.send(notifications.asFlux()).subscribe();
        notifications.tryEmitNext(message("", queue, "first")).orThrow();
        Awaitility.await().atMost(LIMIT).until(() -> received.contains("first"));
        broker.closeConnections();
        Awaitility.await("one that is sent after the loss was noticed")
                .atMost(LIMIT)
                .until(
                        () -> {
                            notifications.tryEmitNext(message("", queue, "second")).orThrow();
                            return received.contains("second");
                        });
        assertThat(sending.isDisposed()).isFalse();
        sending.dispose();
    }

    @Test
    void acknowledgingWhatWillComeAgainIsNoError() throws Exception {
        List<AcknowledgableDelivery> deliveries = new CopyOnWriteArrayList<>();
        consumer =
                broker.receiver()
                        .consumeManualAck(queue, new ConsumeOptions())
                        .subscribe(deliveries::add);
        broker.publish(queue, "one mail");
        Awaitility.await().atMost(LIMIT).until(() -> deliveries.size() == 1);
        broker.closeChannel();
        Awaitility.await().atMost(LIMIT).until(() -> deliveries.size() == 2);
        assertThatCode(deliveries.get(0)::ack).doesNotThrowAnyException();
        assertThat(deliveries.get(1).getEnvelope().isRedeliver()).isTrue();
    }

    @Test
    void consumerThatIsDisposedOfStaysSo() throws Exception {
        consume(broker.receiver());
        receives("before");
        consumer.dispose();
        broker.closeConnections();
        broker.publish(queue, "after");
        Awaitility.await()
                .during(Duration.ofSeconds(1))
                .atMost(LIMIT)
                .until(() -> !received.contains("after"));
        assertThat(broker.consumers.idleFor(Duration.ZERO)).isEmpty();
    }

    /** As James' spooler consumes: an error while one item is worked on is no end. */
    private void consume(Receiver receiver) {
        consumer =
                Flux.using(
                                () -> receiver,
                                open -> open.consumeManualAck(queue, new ConsumeOptions().qos(4)),
                                Receiver::close)
                        .concatMap(
                                delivery ->
                                        Mono.fromRunnable(
                                                () -> {
                                                    received.add(text(delivery.getBody()));
                                                    delivery.ack();
                                                }))
                        .onErrorContinue((e, item) -> {})
                        .subscribe();
    }

    private void receives(String text) {
        broker.publish(queue, text);
        Awaitility.await().atMost(LIMIT).until(() -> received.contains(text));
    }

    private void notify(String exchange, String text) {
        Awaitility.await()
                .atMost(LIMIT)
                .until(
                        () -> {
                            broker.sender
                                    .send(Flux.just(message(exchange, "mailbox 7", text)))
                                    .block(LIMIT);
                            return received.contains(text);
                        });
    }

    private boolean queueIsThere() throws Exception {
        return broker.http("GET", "api/queues/" + RABBITMQ.virtualHost() + "/" + queue).statusCode()
                == 200;
    }

    private static OutboundMessage message(String exchange, String routingKey, String text) {
        return new OutboundMessage(exchange, routingKey, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}
