package org.jamestandem.testkit.servers;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.utility.DockerImageName;

/** Starts servers in containers of images that the engine already holds. They end with this JVM. */
final class ContainerSource {
    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    /** What Testcontainers cleans up with. */
    private static final String JANITOR = "testcontainers/ryuk:0.12.0";

    private ContainerSource() {}

    static String image(Backend backend) {
        return System.getProperty("tandem.image." + backend.name(), backend.defaultImage());
    }

    /** Why there will be no container. */
    static Optional<String> obstacle(Backend backend) {
        Optional<ContainerEngine> engine = ContainerEngine.find();
        if (engine.isEmpty()) {
            return Optional.of("no container engine answers");
        }
        if (!engine.get().holds(image(backend))) {
            return Optional.of("the container engine does not hold the image " + image(backend));
        }
        boolean withoutJanitor =
                Boolean.parseBoolean(System.getenv("TESTCONTAINERS_RYUK_DISABLED"));
        return withoutJanitor || engine.get().holds(JANITOR)
                ? Optional.empty()
                : Optional.of(
                        "the container engine does not hold the image "
                                + JANITOR
                                + " (or set TESTCONTAINERS_RYUK_DISABLED=true)");
    }

    @SuppressWarnings("resource") // ends with this JVM: Testcontainers removes it
    static Location start(Backend backend) throws ServerUnavailable {
        Map<String, Integer> inside = backend.containerPorts();
        GenericContainer<?> container =
                new GenericContainer<>(DockerImageName.parse(image(backend)))
                        .withImagePullPolicy(image -> false)
                        .withExposedPorts(inside.values().toArray(Integer[]::new))
                        .waitingFor(new NoWait());
        backend.configure(container);
        container.start();
        Map<String, Integer> outside = new TreeMap<>();
        inside.forEach((purpose, port) -> outside.put(purpose, container.getMappedPort(port)));
        Location location = new Location(container.getHost(), outside, 0);
        try {
            Awaitility.await()
                    .atMost(START_LIMIT)
                    .pollInterval(Duration.ofMillis(250))
                    .until(() -> !container.isRunning() || backend.answers(location));
        } catch (ConditionTimeoutException e) {
            throw new ServerUnavailable(notServing(backend, container), e);
        }
        if (!container.isRunning()) {
            throw new ServerUnavailable(notServing(backend, container));
        }
        return location;
    }

    private static String notServing(Backend backend, GenericContainer<?> container) {
        return "the container of " + image(backend) + " does not serve:\n" + container.getLogs();
    }

    /** We ask the server itself, from here. */
    private static final class NoWait extends AbstractWaitStrategy {
        @Override
        protected void waitUntilReady() {}
    }
}
