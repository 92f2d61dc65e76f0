package org.jamestandem.testkit.servers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;

class RabbitMqServerTest {
    private static final String SOURCES = "org.jamestandem.testkit.servers.Sources#";

    @Nested
    class FromAnySource implements Contract {
        @RegisterExtension static final RabbitMqServer RABBITMQ = TestServers.rabbitMq();

        @Override
        public RabbitMqServer testee() {
            return RABBITMQ;
        }
    }

    @Nested
    @EnabledIf(SOURCES + "rabbitMqProcess")
    class AsProcess implements Contract {
        @RegisterExtension
        static final RabbitMqServer RABBITMQ = TestServers.rabbitMq(ServerMode.PROCESS);

        @Override
        public RabbitMqServer testee() {
            return RABBITMQ;
        }
    }

    @Nested
    @EnabledIf(SOURCES + "rabbitMqContainer")
    class InContainer implements Contract {
        @RegisterExtension
        static final RabbitMqServer RABBITMQ = TestServers.rabbitMq(ServerMode.CONTAINER);

        @Override
        public RabbitMqServer testee() {
            return RABBITMQ;
        }
    }

    interface Contract {
        RabbitMqServer testee();

        @Test
        default void handsOverAMessageInTheVirtualHostOfTheClass() throws Exception {
            ConnectionFactory factory = new ConnectionFactory();
            factory.setUri(testee().amqpUri());
            try (Connection connection = factory.newConnection();
                    Channel channel = connection.createChannel()) {
                String queue = channel.queueDeclare().getQueue();
                channel.confirmSelect();
                channel.basicPublish("", queue, null, "Oběd".getBytes(UTF_8));
                channel.waitForConfirmsOrDie(10_000);

                GetResponse message = channel.basicGet(queue, true);
                assertThat(new String(message.getBody(), UTF_8)).isEqualTo("Oběd");
            }
        }
    }
}
