package org.jamestandem.testkit.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jamestandem.testkit.FreePorts;
import org.testcontainers.containers.GenericContainer;

/** OpenSearch 2.19, without TLS and security. */
final class OpenSearchBackend implements Backend {
    static final String HTTP = "http";

    @Override
    public String name() {
        return "opensearch";
    }

    @Override
    public Optional<String> missing() {
        return JarSet.of(name()).missing();
    }

    @Override
    public Launch prepare(Path folder) throws IOException {
        JarSet jars = JarSet.of(name());
        int httpPort = FreePorts.one();
        jars.fillIn(
                "opensearch.yml",
                folder.resolve("config/opensearch.yml"),
                Map.of(
                        "folder",
                        folder,
                        "node",
                        "node-1",
                        "address",
                        "127.0.0.1",
                        "http.port",
                        httpPort,
                        "transport.port",
                        FreePorts.one()));
        List<String> command =
                List.of(
                        JarSet.java(),
                        "@" + jars.conf("jvm.options"),
                        "-Xmx512m",
                        "-cp",
                        jars.classPath(),
                        "org.jamestandem.servers.opensearch.OpenSearchMain",
                        folder.toString());
        return new Launch(command, Map.of(HTTP, httpPort));
    }

    @Override
    public boolean answers(Location location) {
        String health = "/_cluster/health?wait_for_status=yellow&timeout=1s";
        return Http.get(location, HTTP, health).filter(status -> status == 200).isPresent();
    }

    @Override
    public String defaultImage() {
        return "opensearchproject/opensearch:2.19.4";
    }

    @Override
    public Map<String, Integer> containerPorts() {
        return Map.of(HTTP, 9200);
    }

    @Override
    public void configure(GenericContainer<?> container) {
        container
                .withEnv("discovery.type", "single-node")
                .withEnv("DISABLE_INSTALL_DEMO_CONFIG", "true")
                .withEnv("DISABLE_SECURITY_PLUGIN", "true")
                .withEnv("OPENSEARCH_JAVA_OPTS", "-Xms512m -Xmx512m");
    }
}
