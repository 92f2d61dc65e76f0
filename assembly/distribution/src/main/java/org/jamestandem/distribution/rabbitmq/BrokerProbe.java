package org.jamestandem.distribution.rabbitmq;

import com.rabbitmq.client.AuthenticationFailureException;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.PossibleAuthenticationFailureException;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.apache.james.backends.rabbitmq.RabbitMQConfiguration;
import org.apache.james.backends.rabbitmq.RabbitMQConnectionFactory;
import org.apache.james.backends.rabbitmq.RabbitMQManagementAPI;
import org.apache.james.backends.rabbitmq.SimpleConnectionPool;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Looks at a broker as a server that is about to start does; every answer says what to do. */
final class BrokerProbe {
    private static final String FILE = "rabbitmq.properties";
    private static final String ROOT = "/";
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int OLDEST_MAJOR = 3;
    private static final int OLDEST_MINOR = 8;

    /** What the names of James' exchanges and queues begin with. */
    private static final List<String> PREFIXES =
            List.of("mailboxEvent", "JamesMailQueue", "taskManager", "terminationSubscriber");

    private final RabbitMQConfiguration configuration;
    private final Duration patience;

    /**
     * @param configuration without retries of its own
     * @param patience how long a broker may take until it can be reached
     */
    BrokerProbe(RabbitMQConfiguration configuration, Duration patience) {
        this.configuration = configuration;
        this.patience = patience;
    }

    /**
     * What is wrong, in one sentence, and what to do; empty when James can work with the broker.
     */
    Optional<String> problem() {
        try (SimpleConnectionPool pool = pool()) {
            Connection connection =
                    Mono.defer(pool::getResilientConnection)
                            .retryWhen(
                                    Retry.fixedDelay(patience.dividedBy(PAUSE), PAUSE)
                                            .filter(e -> !isRefusal(cause(e))))
                            .block();
            return wrongVersion(connection).or(() -> lackOfRights(connection)).or(this::management);
        } catch (RuntimeException e) {
            return Optional.of(notConnected(cause(e)));
        }
    }

    private SimpleConnectionPool pool() {
        return new SimpleConnectionPool(
                new RabbitMQConnectionFactory(configuration),
                SimpleConnectionPool.Configuration.builder()
                        .retries(0)
                        .initialDelay(Duration.ofMillis(1)));
    }

    private static Throwable cause(Throwable thrown) {
        Throwable cause = Exceptions.unwrap(thrown);
        while (cause.getCause() != null && !isRefusal(cause)) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static boolean isRefusal(Throwable cause) {
        return cause instanceof AuthenticationFailureException
                || cause instanceof PossibleAuthenticationFailureException
                || cause instanceof ShutdownSignalException;
    }

    private String notConnected(Throwable cause) {
        if (cause instanceof ShutdownSignalException refusal) {
            return ("RabbitMQ refuses the virtual host %s (%s): create it with 'rabbitmqctl"
                        + " add_vhost %s' and allow its use with '%s', or name another one at the"
                        + " end of uri in %s")
                    .formatted(virtualHost(), refusal.getMessage(), virtualHost(), allow(), FILE);
        }
        if (isRefusal(cause)) {
            return ("RabbitMQ does not accept the user %s (%s): put a user and password that"
                            + " 'rabbitmqctl authenticate_user' accepts into management.user and"
                            + " management.password in %s")
                    .formatted(user(), cause.getMessage(), FILE);
        }
        return "RabbitMQ cannot be reached at %s (%s): start it, or correct uri and hosts in %s"
                .formatted(configuration.rabbitMQHosts(), cause, FILE);
    }

    private static Optional<String> wrongVersion(Connection connection) {
        String version = String.valueOf(connection.getServerProperties().get("version"));
        String[] numbers = version.split("\\.");
        int major = Integer.parseInt(numbers[0]);
        int minor = Integer.parseInt(numbers[1]);
        boolean proved = major == OLDEST_MAJOR && minor >= OLDEST_MINOR;
        return proved
                ? Optional.empty()
                : Optional.of(
                        "RabbitMQ is of version %s, and this server is proved with 3.8 to 3.13: run one of those"
                                .formatted(version));
    }

    private Optional<String> lackOfRights(Connection connection) {
        for (String prefix : PREFIXES) {
            String name = prefix + "-start-check-" + UUID.randomUUID();
            try (Channel channel = connection.createChannel()) {
                use(channel, name);
            } catch (IOException | TimeoutException | ShutdownSignalException e) {
                return Optional.of(
                        "RabbitMQ lets the user %s not declare, write and read %s... in the virtual host %s (%s): run '%s'"
                                .formatted(
                                        user(),
                                        prefix,
                                        virtualHost(),
                                        cause(e).getMessage(),
                                        allow()));
            }
        }
        return Optional.empty();
    }

    private static void use(Channel channel, String name) throws IOException {
        channel.exchangeDeclare(name, "direct", false, true, null);
        channel.queueDeclare(name, false, true, true, null);
        channel.queueBind(name, name, "");
        channel.basicPublish(name, "", null, new byte[0]);
        channel.basicGet(name, true);
        channel.queueDelete(name);
    }

    private Optional<String> management() {
        try {
            RabbitMQManagementAPI.from(configuration).listVhostQueues(virtualHost());
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(
                    ("RabbitMQ's management interface does not answer the user %s at %s (%s):"
                         + " enable it with 'rabbitmq-plugins enable rabbitmq_management', let the"
                         + " user in with 'rabbitmqctl set_user_tags %s management', or correct"
                         + " management.uri in %s")
                            .formatted(
                                    user(),
                                    configuration.getManagementUri(),
                                    cause(e).getMessage(),
                                    user(),
                                    FILE));
        }
    }

    private String user() {
        return configuration.getManagementCredentials().getUser();
    }

    private String virtualHost() {
        return configuration.getVhost().orElse(ROOT);
    }

    private String allow() {
        return "rabbitmqctl set_permissions -p %s %s '.*' '.*' '.*'"
                .formatted(virtualHost(), user());
    }
}
