package org.jamestandem.distribution.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.configuration2.PropertiesConfiguration;
import org.apache.james.backends.rabbitmq.RabbitMQConnectionFactory;
import org.apache.james.backends.rabbitmq.SimpleConnectionPool;
import org.jamestandem.distribution.wire.FirstByte;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;

/** What we say first to RabbitMQ. */
class RabbitMqTlsTest {
    /** AMQP 0-9-1 begins with its name. */
    private static final int PLAIN = 'A';

    @Test
    void connectionIsTlsWhenTheFileSaysSo() throws Exception {
        assertThat(firstByte("amqps", true)).isEqualTo(FirstByte.TLS);
    }

    @Test
    void connectionIsInTheClearOtherwise() throws Exception {
        assertThat(firstByte("amqp", false)).isEqualTo(PLAIN);
    }

    private static int firstByte(String scheme, boolean ssl) throws Exception {
        try (FirstByte broker = new FirstByte()) {
            PropertiesConfiguration file = new PropertiesConfiguration();
            file.setProperty("uri", "%s://127.0.0.1:%d".formatted(scheme, broker.port()));
            file.setProperty("management.uri", "http://127.0.0.1:1");
            file.setProperty("management.user", "tandem");
            file.setProperty("management.password", "secret");
            file.setProperty("ssl.enabled", ssl);
            SimpleConnectionPool connections =
                    new SteadyConnection(
                            new RabbitMQConnectionFactory(PromptConfiguration.impatient(file)),
                            SimpleConnectionPool.Configuration.DEFAULT,
                            new Topology());
            Disposable attempt =
                    connections.getResilientConnection().subscribe(unused -> {}, unused -> {});
            int first = broker.get();
            attempt.dispose();
            return first;
        }
    }
}
