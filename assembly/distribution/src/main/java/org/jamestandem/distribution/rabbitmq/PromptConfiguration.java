package org.jamestandem.distribution.rabbitmq;

import java.time.Duration;
import java.util.Optional;
import org.apache.commons.configuration2.Configuration;
import org.apache.james.backends.rabbitmq.RabbitMQConfiguration;

/**
 * What {@code rabbitmq.properties} says, with limits that James has no option for: it would wait a
 * minute for a connection or an answer, and three seconds and longer before it tries again.
 */
final class PromptConfiguration {
    private static final int LIMIT = millis(Duration.ofSeconds(10));
    private static final int ATTEMPTS = 3;
    private static final int PAUSE = millis(Duration.ofMillis(200));

    private PromptConfiguration() {}

    static RabbitMQConfiguration from(Configuration file) {
        return copy(file, ATTEMPTS);
    }

    /** For a connection that says at once why it cannot be made. */
    static RabbitMQConfiguration impatient(Configuration file) {
        return copy(file, 0);
    }

    private static RabbitMQConfiguration copy(Configuration file, int attempts) {
        RabbitMQConfiguration read = RabbitMQConfiguration.from(file);
        return RabbitMQConfiguration.builder()
                .amqpUri(read.getUri())
                .managementUri(read.getManagementUri())
                .managementCredentials(read.getManagementCredentials())
                .hosts(read.rabbitMQHosts())
                .vhost(read.getVhost())
                .useSsl(read.useSsl())
                .useSslManagement(read.useSslManagement())
                .sslConfiguration(read.getSslConfiguration())
                .queueTTL(read.getQueueTTL())
                .useQuorumQueues(file.getBoolean("quorum.queues.enable", null))
                .quorumQueueReplicationFactor(
                        Optional.ofNullable(
                                file.getInteger("quorum.queues.replication.factor", null)))
                .eventBusPublishConfirmEnabled(read.isEventBusPublishConfirmEnabled())
                .eventBusNotificationDurabilityEnabled(
                        read.isEventBusNotificationDurabilityEnabled())
                .maxRetries(attempts)
                .minDelayInMs(PAUSE)
                .connectionTimeoutInMs(LIMIT)
                .channelRpcTimeoutInMs(LIMIT)
                .handshakeTimeoutInMs(LIMIT)
                .build();
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
