package org.jamestandem.testkit.servers;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jamestandem.testkit.Requirement;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real server for one test class. The server itself is shared; the space in it is the class's
 * own. Register it in a static field. When the server cannot be had, the class is skipped, or fails
 * where nothing may be missing.
 */
public abstract class TestServer implements BeforeAllCallback, AfterAllCallback {
    private static final Map<String, Location> RUNNING = new ConcurrentHashMap<>();

    private final Backend backend;
    private final ServerMode mode;
    private Location location;
    private String space;

    TestServer(Backend backend, ServerMode mode) {
        this.backend = backend;
        this.mode = mode;
    }

    /** Name or address to connect to. */
    public final String host() {
        return location().host();
    }

    /** Whether it runs in a container; else it is a process of this machine. */
    public final boolean isContainer() {
        return location().isContainer();
    }

    @Override
    public final void beforeAll(ExtensionContext context) throws IOException {
        try {
            location = locate();
        } catch (ServerUnavailable e) {
            throw Requirement.unmet(e.getMessage());
        }
        space = "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        open();
    }

    @Override
    public final void afterAll(ExtensionContext context) throws IOException {
        if (space != null) {
            close();
        }
    }

    /** Makes the space of this class. */
    abstract void open() throws IOException;

    /** Removes it. */
    abstract void close() throws IOException;

    final Location location() {
        if (location == null) {
            throw new IllegalStateException(
                    backend.name()
                            + " is started by JUnit: register this object in a static field");
        }
        return location;
    }

    final String space() {
        location();
        return space;
    }

    private Location locate() throws ServerUnavailable {
        Optional<String> noContainer =
                mode == ServerMode.PROCESS
                        ? Optional.of("processes are wanted")
                        : ContainerSource.obstacle(backend);
        if (noContainer.isEmpty()) {
            return running("container", () -> ContainerSource.start(backend));
        }
        Optional<String> noProcess =
                mode == ServerMode.CONTAINER
                        ? Optional.of("containers are wanted")
                        : WatchedProcess.missing().or(backend::missing);
        if (noProcess.isEmpty()) {
            return running("process", () -> new ProcessSource(Owner.current()).locate(backend));
        }
        throw new ServerUnavailable(
                "%s cannot be had: %s; %s"
                        .formatted(backend.name(), noContainer.get(), noProcess.get()));
    }

    private Location running(String kind, Source source) throws ServerUnavailable {
        synchronized (RUNNING) {
            String key = backend.name() + " " + kind;
            Location running = RUNNING.get(key);
            if (running == null || !backend.answers(running)) {
                running = source.start();
                RUNNING.put(key, running);
            }
            return running;
        }
    }

    private interface Source {
        Location start() throws ServerUnavailable;
    }
}
