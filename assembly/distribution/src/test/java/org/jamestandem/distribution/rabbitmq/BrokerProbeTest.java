package org.jamestandem.distribution.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.apache.commons.configuration2.Configuration;
import org.jamestandem.testkit.FreePorts;
import org.jamestandem.testkit.servers.RabbitMqServer;
import org.jamestandem.testkit.servers.TestServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BrokerProbeTest {
    @RegisterExtension static final RabbitMqServer RABBITMQ = TestServers.rabbitMq();

    private static final String PASSWORD = "secret";

    private Configuration file;

    @BeforeEach
    void configure() {
        file = Broker.file(RABBITMQ);
    }

    @Test
    void findsNothingWrongWithABrokerThatJamesCanUse() {
        assertThat(problem()).isEmpty();
    }

    @Test
    void wrongPasswordNamesTheOptions() {
        file.setProperty("management.password", "guess");
        assertThat(problem().orElseThrow())
                .startsWith("RabbitMQ does not accept the user " + RABBITMQ.user())
                .contains("management.user and management.password in rabbitmq.properties");
    }

    @Test
    void missingVirtualHostComesWithItsCommand() {
        file.setProperty("uri", file.getString("uri") + "x");
        assertThat(problem().orElseThrow())
                .contains("rabbitmqctl add_vhost " + RABBITMQ.virtualHost() + "x");
    }

    @Test
    void lackOfRightsComesWithItsCommand() throws Exception {
        user("reader", "management", "^$");
        assertThat(problem().orElseThrow())
                .startsWith("RabbitMQ lets the user reader not declare")
                .contains(
                        "rabbitmqctl set_permissions -p "
                                + RABBITMQ.virtualHost()
                                + " reader '.*' '.*' '.*'");
    }

    @Test
    void lackOfTheManagementInterfaceComesWithItsCommand() throws Exception {
        user("plain", "", ".*");
        assertThat(problem().orElseThrow())
                .contains("rabbitmqctl set_user_tags plain management")
                .contains("management.uri");
    }

    @Test
    void brokerThatIsNotThereNamesItsAddress() throws Exception {
        int port = FreePorts.one();
        file.setProperty("uri", "amqp://127.0.0.1:" + port);
        assertThat(problem().orElseThrow())
                .startsWith("RabbitMQ cannot be reached at ")
                .contains(Integer.toString(port))
                .contains("uri and hosts in rabbitmq.properties");
    }

    private Optional<String> problem() {
        return new BrokerProbe(PromptConfiguration.impatient(file), Duration.ofSeconds(1))
                .problem();
    }

    private void user(String name, String tags, String rights) throws Exception {
        try (Broker administrator = new Broker(RABBITMQ)) {
            administrator.http(
                    "PUT",
                    "api/users/" + name,
                    "{\"password\":\"%s\",\"tags\":\"%s\"}".formatted(PASSWORD, tags));
            administrator.http(
                    "PUT",
                    "api/permissions/" + RABBITMQ.virtualHost() + "/" + name,
                    "{\"configure\":\"%s\",\"write\":\"%s\",\"read\":\"%s\"}"
                            .formatted(rights, rights, rights));
        }
        file.setProperty("management.user", name);
        file.setProperty("management.password", PASSWORD);
        file.setProperty(
                "uri",
                "amqp://%s:%d/%s"
                        .formatted(RABBITMQ.host(), RABBITMQ.port(), RABBITMQ.virtualHost()));
    }
}
