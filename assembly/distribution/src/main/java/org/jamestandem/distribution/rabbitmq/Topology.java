package org.jamestandem.distribution.rabbitmq;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.rabbitmq.BindingSpecification;
import reactor.rabbitmq.ExchangeSpecification;
import reactor.rabbitmq.QueueSpecification;

/**
 * What this node has declared. A broker that restarts forgets exchanges and queues that are not
 * durable, and a queue that deletes itself goes with its consumer, bindings and all.
 */
final class Topology {
    private static final Logger LOGGER = LoggerFactory.getLogger(Topology.class);

    private final Map<String, ExchangeSpecification> exchanges = new LinkedHashMap<>();
    private final Map<String, QueueSpecification> queues = new LinkedHashMap<>();
    private final Map<Binding, BindingSpecification> bindings = new LinkedHashMap<>();

    synchronized void add(ExchangeSpecification exchange) {
        exchanges.put(exchange.getName(), exchange);
    }

    synchronized void add(QueueSpecification queue) {
        if (queue.getName() != null && !queue.getName().isEmpty()) {
            queues.put(queue.getName(), queue);
        }
    }

    synchronized void add(BindingSpecification binding) {
        bindings.put(Binding.of(binding), binding);
    }

    synchronized void remove(QueueSpecification queue) {
        queues.remove(queue.getName());
        bindings.keySet().removeIf(binding -> binding.queue().equals(queue.getName()));
    }

    synchronized void remove(BindingSpecification binding) {
        bindings.remove(Binding.of(binding));
    }

    /** Declares everything again. What the broker refuses is logged and left out. */
    void restore(Connection connection) {
        for (Declaration declaration : declarations(Optional.empty())) {
            declare(connection, declaration);
        }
    }

    /** Declares one queue again, and what leads to it. */
    void restore(Connection connection, String queue) {
        for (Declaration declaration : declarations(Optional.of(queue))) {
            declare(connection, declaration);
        }
    }

    private synchronized List<Declaration> declarations(Optional<String> only) {
        List<Declaration> all = new ArrayList<>();
        exchanges
                .values()
                .forEach(
                        exchange ->
                                all.add(
                                        channel ->
                                                channel.exchangeDeclare(
                                                        exchange.getName(),
                                                        exchange.getType(),
                                                        exchange.isDurable(),
                                                        exchange.isAutoDelete(),
                                                        exchange.getArguments())));
        queues.values().stream()
                .filter(queue -> only.isEmpty() || queue.getName().equals(only.get()))
                .forEach(
                        queue ->
                                all.add(
                                        channel ->
                                                channel.queueDeclare(
                                                        queue.getName(),
                                                        queue.isDurable(),
                                                        queue.isExclusive(),
                                                        queue.isAutoDelete(),
                                                        queue.getArguments())));
        bindings.keySet().stream()
                .filter(binding -> only.isEmpty() || binding.queue().equals(only.get()))
                .forEach(
                        binding ->
                                all.add(
                                        channel ->
                                                channel.queueBind(
                                                        binding.queue(),
                                                        binding.exchange(),
                                                        binding.routingKey())));
        return all;
    }

    /** On a channel of its own, since the broker closes the channel of a refused declaration. */
    private static void declare(Connection connection, Declaration declaration) {
        try (Channel channel = connection.createChannel()) {
            declaration.on(channel);
        } catch (IOException | TimeoutException | RuntimeException e) {
            LOGGER.warn("RabbitMQ does not let this node declare again what it had declared", e);
        }
    }

    private interface Declaration {
        void on(Channel channel) throws IOException;
    }

    private record Binding(String exchange, String routingKey, String queue) {
        static Binding of(BindingSpecification specification) {
            return new Binding(
                    specification.getExchange(),
                    specification.getRoutingKey(),
                    specification.getQueue());
        }
    }
}
