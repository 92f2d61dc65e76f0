package org.jamestandem.distribution.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** OpenSearch with one node, its files below {@code DATA/opensearch}. */
final class OpenSearchChild implements Child {
    /** Heap, memory outside of it and the JVM itself. */
    static final int MEGABYTES = 850;

    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final int OK = 200;

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final WatchedChild process;
    private final int port;

    private OpenSearchChild(WatchedChild process, int port) {
        this.process = process;
        this.port = port;
    }

    static OpenSearchChild start(ServerJars jars, Path data) throws IOException {
        Path folder = Files.createDirectories(data.resolve("opensearch"));
        int port = FreePort.any();
        jars.fillIn(
                "opensearch.yml",
                folder.resolve("config/opensearch.yml"),
                Map.of(
                        "folder",
                        folder,
                        "node",
                        "local",
                        "address",
                        "127.0.0.1",
                        "http.port",
                        port,
                        "transport.port",
                        FreePort.any()));
        List<String> command =
                List.of(
                        ServerJars.java(),
                        "@" + jars.conf("jvm.options"),
                        "-Xmx512m",
                        "-XX:MaxDirectMemorySize=128m",
                        "-cp",
                        jars.classPath(),
                        "org.jamestandem.servers.opensearch.OpenSearchMain",
                        folder.toString());
        return new OpenSearchChild(
                WatchedChild.start("opensearch", data.resolve("logs"), command), port);
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
        try {
            URI health =
                    URI.create(
                            "http://127.0.0.1:%d/_cluster/health?wait_for_status=yellow&timeout=1s"
                                    .formatted(port));
            HttpRequest request = HttpRequest.newBuilder(health).timeout(TIMEOUT).build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
