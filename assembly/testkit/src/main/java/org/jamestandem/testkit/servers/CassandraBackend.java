package org.jamestandem.testkit.servers;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jamestandem.testkit.FreePorts;
import org.testcontainers.containers.GenericContainer;

/** Apache Cassandra 4.1. */
final class CassandraBackend implements Backend {
    static final String NATIVE = "native";

    /** OPTIONS of the native protocol, version 4; a node that serves answers SUPPORTED. */
    private static final byte[] OPTIONS = {4, 0, 0, 0, 5, 0, 0, 0, 0};

    @Override
    public String name() {
        return "cassandra";
    }

    @Override
    public Optional<String> missing() {
        return JarSet.of(name()).missing();
    }

    @Override
    public Launch prepare(Path folder) throws IOException {
        int nativePort = FreePorts.one();
        Node alone =
                new Node(
                        "127.0.0.1",
                        "127.0.0.1",
                        Long.MIN_VALUE,
                        FreePorts.one(),
                        FreePorts.one(),
                        nativePort);
        return new Launch(command(folder, alone), Map.of(NATIVE, nativePort));
    }

    /** One node of a cluster: all share the ports, each has an address of its own. */
    record Node(
            String address,
            String seeds,
            long token,
            int storagePort,
            int sslStoragePort,
            int nativePort) {}

    static List<String> command(Path folder, Node node) throws IOException {
        JarSet jars = JarSet.of("cassandra");
        Path yaml = folder.resolve("conf/cassandra.yaml");
        jars.fillIn(
                "cassandra.yaml",
                yaml,
                Map.of(
                        "folder", folder.resolve("data"),
                        "address", node.address(),
                        "seeds", node.seeds(),
                        "token", node.token(),
                        "storage.port", node.storagePort(),
                        "ssl.storage.port", node.sslStoragePort(),
                        "native.port", node.nativePort()));
        return List.of(
                JarSet.java(),
                "@" + jars.conf("jvm.options"),
                "-Xmx512m",
                "-javaagent:" + jars.jar("jamm-"),
                "-Dcassandra.config=" + yaml.toUri(),
                "-Dcassandra.storagedir=" + folder.resolve("data"),
                "-Dlogback.configurationFile=" + jars.conf("logback.xml"),
                "-cp",
                jars.lib() + "/*",
                "org.apache.cassandra.service.CassandraDaemon");
    }

    @Override
    public boolean answers(Location location) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(location.host(), location.port(NATIVE)), 2000);
            socket.setSoTimeout(2000);
            socket.getOutputStream().write(OPTIONS);
            return socket.getInputStream().read() >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public String defaultImage() {
        return "cassandra:4.1.10";
    }

    @Override
    public Map<String, Integer> containerPorts() {
        return Map.of(NATIVE, 9042);
    }

    @Override
    public void configure(GenericContainer<?> container) {
        container
                .withEnv("MAX_HEAP_SIZE", "512M")
                .withEnv("HEAP_NEWSIZE", "128M")
                .withEnv("JVM_OPTS", "-Dcassandra.skip_wait_for_gossip_to_settle=0");
    }
}
