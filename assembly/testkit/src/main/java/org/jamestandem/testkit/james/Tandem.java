package org.jamestandem.testkit.james;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jamestandem.testkit.servers.CassandraServer;

/** Our distribution as a process of its own, started with {@code bin/tandem run}. */
public final class Tandem implements James {
    /** Two nodes that make their tables together on a busy machine take three minutes. */
    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    /** How soon TERM ends it, with room for a busy machine. */
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

    private final TandemHome home;
    private final TandemCommand command;
    private final Path readyFile;
    private final JsonNode ready;
    private String lastLog;

    private Tandem(TandemHome home, TandemCommand command, Path readyFile, JsonNode ready) {
        this.home = home;
        this.command = command;
        this.readyFile = readyFile;
        this.ready = ready;
    }

    /** The embedded form: everything in memory. */
    public static Builder embedded() {
        return new Builder();
    }

    /** The local form: mail stays in the data folder, in servers that Tandem starts itself. */
    public static Builder local() {
        return new Builder().options("--storage", "local");
    }

    /** One server on the keyspace of this test class; what is there stays there. */
    public static Builder on(CassandraServer cassandra) {
        return new Builder()
                .options("--storage", "cassandra")
                .configuration("cassandra.properties", CassandraProperties.of(cassandra));
    }

    /** The object in the ready file. */
    public JsonNode ready() {
        return ready;
    }

    /** Where the ready file is, or was. */
    public Path readyFile() {
        return readyFile;
    }

    /** The data folder of this run. */
    public Path data() {
        return data(home);
    }

    @Override
    public int port(Listener listener) {
        return port(listener.name().toLowerCase(Locale.ROOT));
    }

    /** The port of a service, by its name in the ready file. */
    public int port(String service) {
        return ready.path(service).path("port").asInt();
    }

    /** A TLS context that trusts the generated authority and nobody else. */
    public SSLContext trust() {
        return TrustedAuthority.context(Path.of(ready.path("tls").path("certificate").asText()));
    }

    @Override
    public WebAdmin webAdmin() {
        JsonNode access = ready.path("webadmin");
        return WebAdmin.withToken(
                URI.create(access.path("url").asText()), access.path("token").asText());
    }

    @Override
    public String log() {
        return lastLog != null ? lastLog : log(home, command);
    }

    /** The process that TERM stops. */
    public ProcessHandle process() {
        return ProcessHandle.of(ready.path("pid").asLong()).orElseThrow();
    }

    /**
     * Sends TERM and waits for the end.
     *
     * @throws IllegalStateException when it does not end within a minute
     */
    public Ended terminate() {
        process().destroy();
        try {
            if (!command.process().waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                command.process().destroyForcibly();
                throw new IllegalStateException("TERM does not stop it:\n" + log());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return command.awaitEnd();
    }

    /** Ends the process at once, as a power cut would. */
    public void kill() {
        command.process().destroyForcibly();
        command.awaitEnd();
    }

    @Override
    public void close() {
        if (lastLog == null) {
            if (command.process().isAlive()) {
                terminate();
            }
            lastLog = log();
            home.close();
        }
    }

    private static Path data(TandemHome home) {
        return home.work().resolve("da ta");
    }

    private static String log(TandemHome home, TandemCommand command) {
        Path log = data(home).resolve("logs").resolve("tandem.log");
        try {
            return command.output() + (Files.exists(log) ? Files.readString(log) : "");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What to change before the start. */
    public static final class Builder {
        private final List<String> options = new ArrayList<>();
        private final Map<String, UnaryOperator<String>> edits = new TreeMap<>();
        private final List<Path> extensions = new ArrayList<>();

        private Builder() {}

        /** A further option of {@code tandem run}, or several. */
        public Builder options(String... more) {
            options.addAll(List.of(more));
            return this;
        }

        /** One file of {@code conf} with other content. */
        public Builder configuration(String name, String content) {
            return edit(name, old -> content);
        }

        /** One file of {@code conf}, changed; a missing file is empty. */
        public Builder edit(String name, UnaryOperator<String> change) {
            edits.merge(name, change, (first, second) -> text -> second.apply(first.apply(text)));
            return this;
        }

        /** A jar for {@code extensions-jars}. */
        public Builder extension(Path jar) {
            extensions.add(jar);
            return this;
        }

        /**
         * Starts it and waits for the ready file.
         *
         * @throws IllegalStateException with its output when it ends instead
         */
        public Tandem start() {
            TandemHome home = home();
            Path readyFile = home.work().resolve("ready.json");
            TandemCommand command =
                    command(home, "run", PortOffset.free(), "--ready-file", readyFile.toString());
            awaitStart(home, command, readyFile);
            try {
                if (!Files.exists(readyFile)) {
                    throw new IllegalStateException("tandem did not start:\n" + log(home, command));
                }
                return new Tandem(
                        home, command, readyFile, new ObjectMapper().readTree(readyFile.toFile()));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private static void awaitStart(TandemHome home, TandemCommand command, Path readyFile) {
            try {
                Awaitility.await("start of tandem")
                        .atMost(START_LIMIT)
                        .pollInterval(Duration.ofMillis(50))
                        .until(() -> Files.exists(readyFile) || !command.process().isAlive());
            } catch (ConditionTimeoutException e) {
                command.process().destroyForcibly();
                throw new IllegalStateException("tandem is not ready:\n" + log(home, command), e);
            }
        }

        /** Runs {@code tandem run} in the expectation that it ends by itself. */
        public Ended startExpectingEnd() {
            return end("run");
        }

        /** Runs {@code tandem check}. */
        public Ended check() {
            return end("check");
        }

        private Ended end(String subcommand) {
            try (TandemHome home = home()) {
                return command(home, subcommand, PortOffset.free()).awaitEnd();
            }
        }

        private TandemHome home() {
            try {
                TandemHome home = TandemHome.create();
                for (Map.Entry<String, UnaryOperator<String>> edit : edits.entrySet()) {
                    Path file = home.path().resolve("conf").resolve(edit.getKey());
                    String old = Files.exists(file) ? Files.readString(file) : "";
                    Files.writeString(file, edit.getValue().apply(old));
                }
                for (Path jar : extensions) {
                    Files.copy(
                            jar, home.path().resolve("extensions-jars").resolve(jar.getFileName()));
                }
                return home;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private TandemCommand command(
                TandemHome home, String subcommand, int portOffset, String... more) {
            List<String> arguments = new ArrayList<>(List.of(subcommand));
            addUnlessGiven(arguments, "--data", data(home).toString());
            addUnlessGiven(arguments, "--port-offset", Integer.toString(portOffset));
            arguments.addAll(List.of(more));
            arguments.addAll(options);
            try {
                return TandemCommand.start(
                        home.path().resolve("bin/tandem"), home.work(), arguments, Map.of());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private void addUnlessGiven(List<String> arguments, String option, String value) {
            if (!options.contains(option)) {
                arguments.addAll(List.of(option, value));
            }
        }
    }
}
