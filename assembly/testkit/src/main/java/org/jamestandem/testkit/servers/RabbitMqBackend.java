package org.jamestandem.testkit.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jamestandem.testkit.FreePorts;
import org.testcontainers.containers.GenericContainer;

/** RabbitMQ with the management plugin. */
final class RabbitMqBackend implements Backend {
    static final String AMQP = "amqp";
    static final String MANAGEMENT = "management";
    private static final String SCRIPT = "rabbitmq.sh";

    @Override
    public String name() {
        return "rabbitmq";
    }

    @Override
    public Optional<String> missing() {
        return program().isPresent()
                ? Optional.empty()
                : Optional.of(
                        "rabbitmq-server is not installed: on Debian, run "
                                + "'apt-get install --no-install-recommends rabbitmq-server'");
    }

    /**
     * Debian's program in the path runs as another user when root starts it; the one behind it does
     * not.
     */
    private static Optional<Path> program() {
        return Stream.of(
                        "/usr/lib/rabbitmq/bin/rabbitmq-server",
                        "/opt/rabbitmq/sbin/rabbitmq-server")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public Launch prepare(Path folder) throws IOException {
        Path script = WatchedProcess.copyScript(SCRIPT, folder);
        int amqp = FreePorts.one();
        int management = FreePorts.one();
        List<String> command =
                List.of(
                        "sh",
                        script.toString(),
                        program()
                                .orElseThrow(() -> new IOException("no rabbitmq-server"))
                                .toString(),
                        folder.toString(),
                        Integer.toString(amqp),
                        Integer.toString(management),
                        Integer.toString(FreePorts.one()),
                        Integer.toString(FreePorts.one()));
        return new Launch(command, Map.of(AMQP, amqp, MANAGEMENT, management));
    }

    @Override
    public boolean answers(Location location) {
        String aliveness = "/api/health/checks/virtual-hosts";
        return Http.get(location, MANAGEMENT, aliveness)
                .filter(status -> status == 200)
                .isPresent();
    }

    @Override
    public String defaultImage() {
        return "rabbitmq:3.13-management";
    }

    @Override
    public Map<String, Integer> containerPorts() {
        return Map.of(AMQP, 5672, MANAGEMENT, 15672);
    }

    @Override
    public void configure(GenericContainer<?> container) {
        container
                .withEnv("RABBITMQ_DEFAULT_USER", Http.USER)
                .withEnv("RABBITMQ_DEFAULT_PASS", Http.PASSWORD);
    }
}
