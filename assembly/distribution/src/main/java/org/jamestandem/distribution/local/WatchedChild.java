package org.jamestandem.distribution.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * A child process that does not outlive this one, whatever ends it: a shell script watches over
 * both and ends the child in order, with TERM, when this process is gone.
 */
final class WatchedChild {
    private static final String SCRIPT = "watched.sh";
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final int LAST_LINES = 15;

    private final String name;
    private final Path log;
    private final Process watcher;

    private WatchedChild(String name, Path log, Process watcher) {
        this.name = name;
        this.log = log;
        this.watcher = watcher;
    }

    /**
     * @param folder where its log and the script go
     * @throws IOException when the machine has no {@code sh}, or the folder cannot be written
     */
    static WatchedChild start(String name, Path folder, List<String> command) throws IOException {
        Files.createDirectories(folder);
        Path pid = folder.resolve(name + ".pid");
        Leftover.awaitEnd(pid, name, folder.getParent());
        Path script = folder.resolve(SCRIPT);
        try (InputStream text = WatchedChild.class.getResourceAsStream(SCRIPT)) {
            Files.copy(text, script, StandardCopyOption.REPLACE_EXISTING);
        }
        Path log = folder.resolve(name + ".log");
        if (Files.exists(log)) {
            Files.move(log, folder.resolve(name + ".1.log"), StandardCopyOption.REPLACE_EXISTING);
        }
        List<String> line =
                new ArrayList<>(
                        List.of(
                                "sh",
                                script.toString(),
                                Long.toString(ProcessHandle.current().pid()),
                                pid.toString()));
        line.addAll(command);
        Process watcher =
                new ProcessBuilder(line)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        return new WatchedChild(name, log, watcher);
    }

    void await(BooleanSupplier serves) throws IOException {
        Instant end = Instant.now().plus(Child.PATIENCE);
        while (!serves.getAsBoolean()) {
            if (!watcher.isAlive()) {
                throw new IOException(name + " ended while it started: " + lastLines());
            }
            if (Instant.now().isAfter(end)) {
                throw new IOException(
                        "%s does not serve after %d seconds: %s"
                                .formatted(name, Child.PATIENCE.toSeconds(), lastLines()));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** Runs the action when it ends, whoever ended it. */
    void onEnd(Runnable action) {
        CompletableFuture<Void> unused = watcher.onExit().thenRun(action);
    }

    /** The script hands it on. */
    void terminate() {
        watcher.destroy();
    }

    void awaitEnd() {
        try {
            if (!watcher.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                watcher.descendants().forEach(ProcessHandle::destroyForcibly);
                watcher.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String lastLines() throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join(
                        "\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()))
                + "\n(all of it in "
                + log
                + ")";
    }
}
