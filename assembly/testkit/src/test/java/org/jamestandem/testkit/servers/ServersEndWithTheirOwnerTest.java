package org.jamestandem.testkit.servers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("org.jamestandem.testkit.servers.Sources#openSearchProcess")
class ServersEndWithTheirOwnerTest {
    @Test
    void killedJvmLeavesNothingRunningAndNoFiles() throws Exception {
        Process holder = holder();
        try {
            List<ProcessHandle> servers = servers(holder);
            List<ProcessHandle> all =
                    servers.stream()
                            .flatMap(
                                    server ->
                                            Stream.concat(Stream.of(server), server.descendants()))
                            .toList();
            assertThat(all).hasSizeGreaterThan(servers.size()).allMatch(ProcessHandle::isAlive);
            Path folder = new Owner(holder.pid()).folder();
            assertThat(folder).isNotEmptyDirectory();

            holder.destroyForcibly();

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(all).noneMatch(ProcessHandle::isAlive));
            await().untilAsserted(() -> assertThat(Files.exists(folder)).isFalse());
        } finally {
            holder.destroyForcibly();
        }
    }

    @Test
    void jvmsOfOneBuildShareAServerUntilTheBuildEnds() throws Exception {
        Process build = new ProcessBuilder("sleep", "600").start();
        try {
            String owner = "-D" + Owner.PROPERTY + "=" + build.pid();
            List<ProcessHandle> first = servers(holder(owner, "exit"));
            List<ProcessHandle> second = servers(holder(owner, "exit"));

            assertThat(first).hasSize(1).allMatch(ProcessHandle::isAlive);
            assertThat(second).isEqualTo(first);
            build.destroyForcibly();
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(first).noneMatch(ProcessHandle::isAlive));
        } finally {
            build.destroyForcibly();
        }
    }

    /** Options of the JVM come first; what is not an option is an argument. */
    private static Process holder(String... words) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                JarSet.java(),
                                "-Xmx64m",
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path"))));
        Stream.of(words).filter(word -> word.startsWith("-")).forEach(command::add);
        command.add(ServerHolder.class.getName());
        Stream.of(words).filter(word -> !word.startsWith("-")).forEach(command::add);
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static List<ProcessHandle> servers(Process holder) throws IOException {
        List<ProcessHandle> servers = new ArrayList<>();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(holder.getInputStream(), UTF_8));
        for (String line = out.readLine(); !"ready".equals(line); line = out.readLine()) {
            assertThat(line).as("a process id").matches("\\d+");
            servers.add(ProcessHandle.of(Long.parseLong(line)).orElseThrow());
        }
        return servers;
    }
}
