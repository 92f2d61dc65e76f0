package org.jamestandem.distribution.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A child of an earlier run that was killed: it ends by itself a moment later, and until then has
 * the files that the next one wants.
 */
final class Leftover {
    private static final int PATIENCE_SECONDS = 30;

    private Leftover() {}

    /**
     * @param pid the file with the id of the child, written by the watching script
     * @param data its files: their path is a part of its command line
     * @throws IOException when it does not end
     */
    static void awaitEnd(Path pid, String name, Path data) throws IOException {
        Optional<ProcessHandle> running = running(pid, data);
        if (running.isEmpty()) {
            return;
        }
        try {
            running.get().onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IOException(
                    "%s of an earlier run still uses %s; end the process %d"
                            .formatted(name, data, running.get().pid()),
                    e);
        } catch (ExecutionException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static Optional<ProcessHandle> running(Path pid, Path data) throws IOException {
        if (!Files.exists(pid)) {
            return Optional.empty();
        }
        String text = Files.readString(pid).strip();
        return text.matches("\\d+")
                ? ProcessHandle.of(Long.parseLong(text))
                        .filter(
                                process ->
                                        process.info()
                                                .commandLine()
                                                .filter(line -> line.contains(data.toString()))
                                                .isPresent())
                : Optional.empty();
    }
}
