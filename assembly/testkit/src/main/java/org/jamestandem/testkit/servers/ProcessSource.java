package org.jamestandem.testkit.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Starts servers as processes, or finds those that another JVM with the same owner has started. */
final class ProcessSource {
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final int ATTEMPTS = 3;
    private static final String LOCATION = "location.properties";

    private final Owner owner;

    ProcessSource(Owner owner) {
        this.owner = owner;
    }

    Location locate(Backend backend) throws ServerUnavailable {
        try {
            Path folder = owner.folder();
            try (FileChannel lock =
                    FileChannel.open(
                            folder.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE)) {
                lock.lock();
                return locate(backend, folder.resolve(backend.name()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Location locate(Backend backend, Path folder) throws IOException, ServerUnavailable {
        Path file = folder.resolve(LOCATION);
        if (Files.exists(file)) {
            Location found = Location.read(file);
            if (ProcessHandle.of(found.pid()).isPresent() && backend.answers(found)) {
                return found;
            }
        }
        String output = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            delete(folder);
            Files.createDirectories(folder);
            Backend.Launch launch = backend.prepare(folder);
            WatchedProcess process = WatchedProcess.start(owner, folder, launch.command());
            Location location = new Location("127.0.0.1", launch.ports(), process.pid());
            if (serves(backend, process, location)) {
                location.write(file);
                return location;
            }
            output = process.output();
            process.stop();
        }
        throw new ServerUnavailable(backend.name() + " does not start:\n" + output);
    }

    /**
     * A port that was free may be taken a moment later: then the process ends and another attempt
     * is due.
     */
    private static boolean serves(Backend backend, WatchedProcess process, Location location) {
        try {
            Awaitility.await()
                    .atMost(START_LIMIT)
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> !process.isAlive() || backend.answers(location));
            return process.isAlive();
        } catch (ConditionTimeoutException e) {
            return false;
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
