package org.jamestandem.distribution.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Cassandra with one node, its files below {@code DATA/cassandra}. */
final class CassandraChild implements Child {
    /** Heap, memory outside of it and the JVM itself. */
    static final int MEGABYTES = 1100;

    private static final String HEAP = "-Xmx640m";

    /** OPTIONS of the native protocol, version 4; a node that serves answers. */
    private static final byte[] OPTIONS = {4, 0, 0, 0, 5, 0, 0, 0, 0};

    private static final int TIMEOUT_MILLIS = 2000;

    private final WatchedChild process;
    private final int port;

    private CassandraChild(WatchedChild process, int port) {
        this.process = process;
        this.port = port;
    }

    static CassandraChild start(ServerJars jars, Path data) throws IOException {
        Path folder = Files.createDirectories(data.resolve("cassandra"));
        int port = FreePort.any();
        Path yaml = folder.resolve("conf/cassandra.yaml");
        jars.fillIn(
                "cassandra.yaml",
                yaml,
                Map.of(
                        "folder",
                        folder,
                        "storage.port",
                        FreePort.any(),
                        "ssl.storage.port",
                        FreePort.any(),
                        "native.port",
                        port));
        List<String> command = new ArrayList<>(List.of(ServerJars.java()));
        command.add("@" + jars.conf("jvm.options"));
        command.addAll(
                List.of(
                        HEAP,
                        "-javaagent:" + jars.jar("jamm-"),
                        "-Dcassandra.config=" + yaml.toUri(),
                        "-Dcassandra.storagedir=" + folder,
                        "-Dlogback.configurationFile=" + jars.conf("logback.xml"),
                        "-cp",
                        jars.classPath(),
                        "org.apache.cassandra.service.CassandraDaemon"));
        return new CassandraChild(
                WatchedChild.start("cassandra", data.resolve("logs"), command), port);
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void awaitService() throws IOException {
        process.await(this::answers);
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(OPTIONS);
            return socket.getInputStream().read() >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void onEnd(Runnable action) {
        process.onEnd(action);
    }

    @Override
    public void terminate() {
        process.terminate();
    }

    @Override
    public void awaitEnd() {
        process.awaitEnd();
    }
}
