package org.jamestandem.testkit.james;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jamestandem.testkit.FreePorts;
import org.jamestandem.testkit.ProjectFiles;
import org.jamestandem.testkit.servers.CassandraServer;

/**
 * An unmodified James as a process of its own, on memory storage or on Cassandra: alone, or with
 * our bundle dropped in the way an operator drops it.
 */
public final class StockJames implements James {
    private static final String SERVER = "assembly/servers/stock-james";
    private static final String BUNDLE = "assembly/bundle";

    private final JamesProcess process;
    private final Map<Listener, Integer> ports;
    private final WebAdmin webAdmin;

    private StockJames(JamesProcess process, Map<Listener, Integer> ports, WebAdmin webAdmin) {
        this.process = process;
        this.ports = ports;
        this.webAdmin = webAdmin;
    }

    /** James as it is. */
    public static Builder alone() {
        return new Builder();
    }

    /**
     * James with our jar in {@code extensions-jars/} and the bundle's sample configuration laid
     * over its own.
     */
    public static Builder withBundle() {
        return new Builder()
                .extension(ProjectFiles.built(BUNDLE + "/target", "tandem-extensions-", ".jar"))
                .configurationFolder(ProjectFiles.root().resolve(BUNDLE + "/sample-configuration"));
    }

    @Override
    public int port(Listener listener) {
        return ports.get(listener);
    }

    @Override
    public WebAdmin webAdmin() {
        return webAdmin;
    }

    @Override
    public String log() {
        return process.output();
    }

    @Override
    public void close() {
        process.close();
    }

    /** What to put into the working directory before the start. */
    public static final class Builder {
        private final List<Path> extensions = new ArrayList<>();
        private final List<Path> folders = new ArrayList<>();
        private final Map<String, String> files = new TreeMap<>();
        private StockStorage storage = StockStorage.MEMORY;

        private Builder() {
            folders.add(ProjectFiles.root().resolve(SERVER + "/src/main/conf"));
        }

        /** On the keyspace of this test class instead of memory; what is there stays there. */
        public Builder on(CassandraServer cassandra) {
            storage = StockStorage.CASSANDRA;
            return configuration("cassandra.properties", CassandraProperties.of(cassandra))
                    .configuration("mailrepositorystore.xml", "<mailrepositorystore/>");
        }

        /** A further jar for {@code extensions-jars/}. */
        public Builder extension(Path jar) {
            extensions.add(jar);
            return this;
        }

        /** Files laid over {@code conf/}; later folders win. */
        public Builder configurationFolder(Path folder) {
            folders.add(folder);
            return this;
        }

        /** One file of {@code conf/}, by name and content; wins over every folder. */
        public Builder configuration(String name, String content) {
            files.put(name, content);
            return this;
        }

        /**
         * Starts it and waits until it serves.
         *
         * @throws IllegalStateException with the output when it does not start
         */
        public StockJames start() {
            StockJames james = launch();
            james.process.awaitReady();
            return james;
        }

        /**
         * Starts it in the expectation that it refuses to.
         *
         * @return what it printed
         * @throws IllegalStateException when it starts all the same
         */
        public String startExpectingRefusal() {
            try (StockJames james = launch()) {
                return james.process.awaitRefusal();
            }
        }

        private StockJames launch() {
            Map<Listener, Integer> ports = new EnumMap<>(Listener.class);
            for (Listener listener : Listener.values()) {
                ports.put(listener, FreePorts.one());
            }
            int webAdminPort = FreePorts.one();
            return new StockJames(
                    launch(ports, webAdminPort),
                    ports,
                    WebAdmin.open(URI.create("http://127.0.0.1:" + webAdminPort)));
        }

        private JamesProcess launch(Map<Listener, Integer> ports, int webAdminPort) {
            try {
                Path work = Files.createTempDirectory("stock-james");
                Path conf = Files.createDirectory(work.resolve("conf"));
                for (Path folder : folders) {
                    copyFiles(folder, conf);
                }
                for (Map.Entry<String, String> file : files.entrySet()) {
                    Files.writeString(conf.resolve(file.getKey()), file.getValue());
                }
                Path jars = Files.createDirectory(work.resolve("extensions-jars"));
                for (Path jar : extensions) {
                    Files.copy(jar, jars.resolve(jar.getFileName()));
                }
                StockConfiguration.setPorts(conf, ports, webAdminPort);
                StockConfiguration.setRepositories(conf, storage.repositories());
                return JamesProcess.start(work, storage.classPath(), storage.mainClass());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void copyFiles(Path from, Path to) throws IOException {
            try (Stream<Path> files = Files.list(from)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(
                            file,
                            to.resolve(file.getFileName()),
                            StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
