package org.jamestandem.testkit.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jamestandem.testkit.Programs;

/**
 * A server as a child process that does not outlive its owner: a small shell script watches over
 * it, ends it with all its descendants and removes its folder. Works on Linux.
 */
public final class WatchedProcess {
    private static final String SCRIPT = "watched.sh";
    private static final String LOG = "output.log";

    private final Path folder;
    private final Process watcher;

    private WatchedProcess(Path folder, Process watcher) {
        this.folder = folder;
        this.watcher = watcher;
    }

    /** What is missing to watch over a process here. */
    static Optional<String> missing() {
        return Programs.has("setsid")
                ? Optional.empty()
                : Optional.of("servers run as processes only where there is setsid, as on Linux");
    }

    /**
     * Starts one that belongs to this JVM.
     *
     * @param folder its own, which is removed at its end
     */
    public static WatchedProcess start(Path folder, List<String> command) throws IOException {
        return start(new Owner(ProcessHandle.current().pid()), folder, command);
    }

    static WatchedProcess start(Owner owner, Path folder, List<String> command) throws IOException {
        Path script = copyScript(SCRIPT, folder);
        List<String> line =
                new ArrayList<>(
                        List.of(
                                "setsid",
                                "sh",
                                script.toString(),
                                Long.toString(owner.pid()),
                                folder.toString()));
        line.addAll(command);
        Process watcher =
                new ProcessBuilder(line)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve(LOG).toFile())
                        .start();
        WatchedProcess process = new WatchedProcess(folder, watcher);
        if (owner.isThisProcess()) {
            Runtime.getRuntime().addShutdownHook(new Thread(process::stop, "stop-test-server"));
        }
        return process;
    }

    static Path copyScript(String name, Path folder) throws IOException {
        Path script = folder.resolve(name);
        try (InputStream in = WatchedProcess.class.getResourceAsStream(name)) {
            Files.copy(in, script);
        }
        return script;
    }

    long pid() {
        return watcher.pid();
    }

    /** Whether it runs, and so its folder is there. */
    public boolean isAlive() {
        return watcher.isAlive();
    }

    /** What it printed; empty when it has ended and its folder is gone. */
    public String output() {
        try {
            Path log = folder.resolve(LOG);
            return Files.exists(log) ? Files.readString(log, StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it with all its descendants and waits for the end. */
    public void stop() {
        watcher.destroy();
        try {
            if (!watcher.waitFor(20, TimeUnit.SECONDS)) {
                watcher.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
