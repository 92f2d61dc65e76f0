package org.jamestandem.distribution.rabbitmq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.commons.configuration2.Configuration;
import org.apache.commons.configuration2.PropertiesConfiguration;
import org.apache.james.backends.rabbitmq.RabbitMQConnectionFactory;
import org.apache.james.backends.rabbitmq.ReactorRabbitMQChannelPool;
import org.apache.james.backends.rabbitmq.SimpleConnectionPool;
import org.apache.james.metrics.tests.RecordingMetricFactory;
import org.awaitility.Awaitility;
import org.jamestandem.testkit.servers.RabbitMqServer;
import reactor.core.publisher.Mono;
import reactor.rabbitmq.OutboundMessage;
import reactor.rabbitmq.Receiver;
import reactor.rabbitmq.Sender;

/** One node's connection to the test's broker, and the ways in which a broker breaks it. */
final class Broker implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    final Topology topology = new Topology();
    final Consumers consumers = new Consumers(Clock.systemUTC());
    final Sender sender;

    private final RabbitMqServer server;
    private final SimpleConnectionPool pool;
    private final ReactorRabbitMQChannelPool channels;
    private final List<Channel> opened = new CopyOnWriteArrayList<>();

    Broker(RabbitMqServer server) {
        this.server = server;
        Configuration file = file(server);
        pool =
                new SteadyConnection(
                        new RabbitMQConnectionFactory(PromptConfiguration.from(file)),
                        SimpleConnectionPool.Configuration.DEFAULT,
                        topology);
        channels =
                new ReactorRabbitMQChannelPool(
                        pool.getResilientConnection(),
                        ReactorRabbitMQChannelPool.Configuration.DEFAULT,
                        new RecordingMetricFactory());
        channels.start();
        sender = new SteadySender(pool.getResilientConnection(), channels, topology);
    }

    static Configuration file(RabbitMqServer server) {
        PropertiesConfiguration file = new PropertiesConfiguration();
        file.setProperty("uri", server.amqpUri().toString());
        file.setProperty("management.uri", server.managementUri().toString());
        file.setProperty("management.user", server.user());
        file.setProperty("management.password", server.password());
        return file;
    }

    Receiver receiver() {
        return new SteadyReceiver(watched(), topology, consumers);
    }

    /** What James itself would use. */
    Receiver stockReceiver() {
        return channels.createReceiver();
    }

    void publish(String queue, String text) {
        sender.send(
                        Mono.just(
                                new OutboundMessage(
                                        "", queue, text.getBytes(StandardCharsets.UTF_8))))
                .block(LIMIT);
    }

    /** The broker ends the consumer's channel, as it does when its patience with it ends. */
    void closeChannel() throws IOException {
        opened.get(opened.size() - 1).basicAck(4711, false);
    }

    /** The broker ends every connection of this virtual host. */
    void closeConnections() throws Exception {
        String ofHost = "api/vhosts/" + server.virtualHost() + "/connections";
        JsonNode connections =
                Awaitility.await()
                        .atMost(LIMIT)
                        .until(
                                () -> new ObjectMapper().readTree(http("GET", ofHost).body()),
                                list -> list.size() > 0 && list.get(0).has("name"));
        for (JsonNode connection : connections) {
            String name =
                    URLEncoder.encode(connection.get("name").asText(), StandardCharsets.UTF_8)
                            .replace("+", "%20");
            http("DELETE", "api/connections/" + name);
        }
    }

    HttpResponse<String> http(String method, String path) throws Exception {
        return http(method, path, "");
    }

    HttpResponse<String> http(String method, String path, String body) throws Exception {
        String login = server.user() + ":" + server.password();
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(
                        HttpRequest.newBuilder(URI.create(server.managementUri() + path))
                                .header(
                                        "Authorization",
                                        "Basic "
                                                + Base64.getEncoder()
                                                        .encodeToString(
                                                                login.getBytes(
                                                                        StandardCharsets.UTF_8)))
                                .header("Content-Type", "application/json")
                                .method(method, HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    Connection connection() {
        return pool.getResilientConnection().block(LIMIT);
    }

    @Override
    public void close() {
        sender.close();
        channels.close();
        pool.close();
    }

    private Mono<Connection> watched() {
        return pool.getResilientConnection().map(this::noteChannels);
    }

    private Connection noteChannels(Connection connection) {
        return (Connection)
                Proxy.newProxyInstance(
                        Broker.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (proxy, method, arguments) -> {
                            try {
                                Object result = method.invoke(connection, arguments);
                                if (result instanceof Channel channel) {
                                    opened.add(channel);
                                }
                                return result;
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }
}
