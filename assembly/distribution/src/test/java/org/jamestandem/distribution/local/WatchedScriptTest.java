package org.jamestandem.distribution.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the script does that stands between the server and a child, with {@code sleep} as both. */
class WatchedScriptTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir private Path folder;
    private final List<Process> started = new ArrayList<>();
    private Process owner;
    private Process watcher;
    private ProcessHandle child;

    @BeforeEach
    void startOwnerAndChild() throws IOException {
        Path script = folder.resolve("watched.sh");
        try (InputStream text = WatchedChild.class.getResourceAsStream("watched.sh")) {
            Files.copy(text, script);
        }
        Path pid = folder.resolve("child.pid");
        owner = start("sleep", "300");
        watcher =
                start(
                        "sh",
                        script.toString(),
                        Long.toString(owner.pid()),
                        pid.toString(),
                        "sleep",
                        "301");
        await().atMost(LIMIT).until(() -> Files.exists(pid) && !Files.readString(pid).isBlank());
        child = ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();
        assertThat(child.isAlive()).isTrue();
    }

    @AfterEach
    void endAll() {
        started.forEach(Process::destroyForcibly);
        child.destroyForcibly();
    }

    @Test
    void childEndsWithAnOwnerThatIsKilled() {
        owner.destroyForcibly();

        await().atMost(LIMIT).until(() -> !child.isAlive() && !watcher.isAlive());
    }

    @Test
    void childEndsWhenTheScriptIsToldTo() {
        watcher.destroy();

        await().atMost(LIMIT).until(() -> !child.isAlive() && !watcher.isAlive());
        assertThat(owner.isAlive()).isTrue();
    }

    @Test
    void endOfTheChildEndsTheScript() {
        child.destroyForcibly();

        await().atMost(LIMIT).until(() -> !watcher.isAlive());
        assertThat(owner.isAlive()).isTrue();
    }

    @Test
    void nextStartWaitsForTheChildOfAnEarlierRun() throws Exception {
        Path pid = folder.resolve("child.pid");
        Thread end = new Thread(child::destroy);
        end.start();

        Leftover.awaitEnd(pid, "child", Path.of("301"));

        assertThat(child.isAlive()).isFalse();
    }

    private Process start(String... command) throws IOException {
        Process process = new ProcessBuilder(command).start();
        started.add(process);
        return process;
    }
}
