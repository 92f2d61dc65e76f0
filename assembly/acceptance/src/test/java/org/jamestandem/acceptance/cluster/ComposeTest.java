package org.jamestandem.acceptance.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jamestandem.testkit.Programs;
import org.jamestandem.testkit.ProjectFiles;
import org.jamestandem.testkit.Requirement;
import org.jamestandem.testkit.james.Ended;
import org.jamestandem.testkit.james.Tandem;
import org.jamestandem.testkit.servers.TestServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files for containers, as far as they can be tested without an engine. */
class ComposeTest {
    private static final Path FOLDER = ProjectFiles.root().resolve("assembly/distribution");

    @TempDir private Path temporary;
    private JsonNode compose;

    @BeforeEach
    void parse() throws IOException {
        compose = new YAMLMapper().readTree(FOLDER.resolve("compose.yml").toFile());
    }

    @Test
    void serversAreThoseThatTheTestsUse() {
        assertThat(image("cassandra")).isEqualTo(TestServers.image("cassandra"));
        assertThat(image("rabbitmq")).isEqualTo(TestServers.image("rabbitmq"));
    }

    @Test
    void everyMountedFileIsThere() {
        List<String> mounted = new ArrayList<>();
        compose.path("services")
                .forEach(
                        service ->
                                service.path("volumes")
                                        .forEach(volume -> mounted.add(volume.asText())));
        compose.path("x-node").path("volumes").forEach(volume -> mounted.add(volume.asText()));
        assertThat(mounted.stream().filter(volume -> volume.startsWith("./")))
                .hasSizeGreaterThan(3)
                .allSatisfy(
                        volume -> assertThat(FOLDER.resolve(volume.split(":")[0])).isRegularFile());
    }

    @Test
    void nodesAreStartedAsTheDistributionUnderstandsIt() throws IOException {
        List<String> options = new ArrayList<>();
        compose.path("x-node").path("command").forEach(word -> options.add(word.asText()));
        assertThat(options.remove(0)).isEqualTo("run");
        int readyFile = options.indexOf("--ready-file");
        options.subList(readyFile, readyFile + 2).clear();
        Ended check =
                Tandem.embedded()
                        .options(options.toArray(String[]::new))
                        .configuration("cassandra.properties", read("compose/cassandra.properties"))
                        .configuration("rabbitmq.properties", read("compose/rabbitmq.properties"))
                        .check();
        assertThat(check.exitCode()).as(check.err()).isZero();
        assertThat(check.out()).contains("imap         0.0.0.0:");
    }

    @Test
    void passwordOfTheBrokerIsTheOneThatTheNodesUse() throws IOException {
        JsonNode rabbitMq = compose.path("services").path("rabbitmq").path("environment");
        assertThat(read("compose/rabbitmq.properties"))
                .contains("management.user=" + rabbitMq.path("RABBITMQ_DEFAULT_USER").asText())
                .contains("management.password=" + rabbitMq.path("RABBITMQ_DEFAULT_PASS").asText());
    }

    @Test
    void balancerServesEveryPublishedPortOnEveryNode() throws IOException {
        String balancer = read("compose/haproxy.cfg");
        JsonNode ports = compose.path("services").path("balancer").path("ports");
        assertThat(ports).hasSize(7);
        for (JsonNode published : ports) {
            String port = published.asText().split(":")[1];
            assertThat(balancer)
                    .contains("bind :" + port)
                    .contains("server node1 node1:" + port)
                    .contains("server node2 node2:" + port);
        }
        assertThat(balancer).contains("send-proxy");
        assertThat(compose.path("x-node").path("command").toString()).contains("--proxy-protocol");
    }

    @Test
    void balancerAcceptsItsConfiguration() throws Exception {
        if (!Programs.has("haproxy")) {
            throw Requirement.unmet("haproxy is not installed: apt-get install haproxy");
        }
        Path file = temporary.resolve("haproxy.cfg");
        Files.writeString(file, read("compose/haproxy.cfg").replaceAll("node[12]:", "127.0.0.1:"));
        Process haproxy =
                new ProcessBuilder("haproxy", "-c", "-f", file.toString())
                        .redirectErrorStream(true)
                        .start();
        String output = new String(haproxy.getInputStream().readAllBytes(), UTF_8);
        assertThat(haproxy.waitFor()).as(output).isZero();
    }

    private String image(String service) {
        return compose.path("services").path(service).path("image").asText();
    }

    private static String read(String file) throws IOException {
        return Files.readString(FOLDER.resolve(file));
    }
}
