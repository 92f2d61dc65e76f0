package org.jamestandem.testkit.james;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A James in a child JVM: it says that it is ready by a file, and ends with its standard input. */
final class JamesProcess implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final Path work;
    private final Process process;
    private volatile String lastOutput;

    private JamesProcess(Path work, Process process) {
        this.work = work;
        this.process = process;
    }

    static JamesProcess start(Path work, String classPath, String mainClass) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process =
                new ProcessBuilder(
                                List.of(
                                        java.toString(),
                                        "-Xmx512m",
                                        "-XX:+UseSerialGC",
                                        "-XX:TieredStopAtLevel=1",
                                        "-Dworking.directory=" + work,
                                        "-Dconfig.file=" + driverFile(work),
                                        "-Dlogback.configurationFile="
                                                + work.resolve("conf/logback.xml"),
                                        "-cp",
                                        classPath,
                                        mainClass,
                                        work.toString(),
                                        ready(work).toString()))
                        .directory(work.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output(work).toFile())
                        .start();
        return new JamesProcess(work, process);
    }

    /** A patient driver: the machine of a test may be busy. Read by James on Cassandra only. */
    private static Path driverFile(Path work) throws IOException {
        return Files.writeString(
                work.resolve("conf/cassandra-driver.conf"),
                """
                datastax-java-driver.basic.request.timeout = 20 seconds
                datastax-java-driver.advanced.connection.init-query-timeout = 20 seconds
                datastax-java-driver.advanced.control-connection.timeout = 20 seconds
                datastax-java-driver.profiles.TABLE_CREATION.basic.request.timeout = 60 seconds
                """);
    }

    void awaitReady() {
        Awaitility.await("start of James")
                .atMost(START_LIMIT)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> Files.exists(ready(work)) || !process.isAlive());
        if (!process.isAlive()) {
            throw new IllegalStateException("James did not start:\n" + output());
        }
    }

    String awaitRefusal() {
        Awaitility.await("end of James")
                .atMost(START_LIMIT)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> Files.exists(ready(work)) || !process.isAlive());
        if (process.isAlive()) {
            throw new IllegalStateException("James started all the same:\n" + output());
        }
        return output();
    }

    String output() {
        if (lastOutput != null) {
            return lastOutput;
        }
        try {
            return Files.readString(output(work), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (lastOutput != null) {
            return;
        }
        end();
        lastOutput = output();
        delete(work);
    }

    private void end() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path ready(Path work) {
        return work.resolve("ready");
    }

    private static Path output(Path work) {
        return work.resolve("output.log");
    }
}
