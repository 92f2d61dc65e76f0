package org.jamestandem.testkit.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.testcontainers.containers.GenericContainer;

/** How to run one kind of server, as a process and in a container. */
interface Backend {
    /** A word for folders, properties and messages. */
    String name();

    /** What is missing to run it as a process, and how to get it. */
    Optional<String> missing();

    /** Writes what the process needs into an empty folder and chooses its ports. */
    Launch prepare(Path folder) throws IOException;

    /** Whether it serves. */
    boolean answers(Location location);

    /** Used unless {@code tandem.image.NAME} says otherwise. */
    String defaultImage();

    /** The ports inside the container, by what they are for. */
    Map<String, Integer> containerPorts();

    /** Sets what the image needs. */
    void configure(GenericContainer<?> container);

    /** A command to start and the ports it was told to use. */
    record Launch(List<String> command, Map<String, Integer> ports) {
        public Launch {
            command = List.copyOf(command);
            ports = Map.copyOf(ports);
        }
    }
}
