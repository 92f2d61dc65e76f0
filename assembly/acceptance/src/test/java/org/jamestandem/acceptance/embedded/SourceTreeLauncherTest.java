package org.jamestandem.acceptance.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jamestandem.testkit.ProjectFiles;
import org.jamestandem.testkit.james.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code assembly/bin/tandem} in a source tree of its own, with a Maven that only takes notes. */
class SourceTreeLauncherTest {
    private static final String MAVEN =
            """
            #!/bin/sh
            echo "$@" >> "$NOTES"
            target=assembly/distribution/target
            mkdir -p $target/tandem/bin
            touch $target/tandem-1.zip
            printf '#!/bin/sh\\necho "$$|$TANDEM_DATA|$*"\\n' > $target/tandem/bin/tandem
            chmod +x $target/tandem/bin/tandem
            """;

    @TempDir private Path folder;
    private Path tree;
    private Path notes;

    @BeforeEach
    void plantTree() throws IOException {
        tree = folder.resolve("a tree");
        notes = folder.resolve("notes");
        Path script = ProjectFiles.root().resolve("assembly/bin/tandem");
        Files.createDirectories(tree.resolve("assembly/bin"));
        Files.copy(script, tree.resolve("assembly/bin/tandem"));
        for (String module :
                new String[] {
                    "assembly/kernel",
                    "assembly/distribution",
                    "pop3-hooks",
                    "imap-extensions",
                    "mailets"
                }) {
            Files.createDirectories(tree.resolve(module).resolve("src/main"));
            touch(Files.createFile(tree.resolve(module).resolve("src/main/Code.java")), -60);
        }
        touch(Files.createFile(tree.resolve("pom.xml")), -60);
        executable(folder.resolve("mvn"), MAVEN);
    }

    @Test
    void buildsOnceThenStarts() throws Exception {
        assertThat(run("run", "--no-samples").out()).endsWith("|run --no-samples\n");
        run("check");
        assertThat(notes).content().hasLineCount(1).contains("assembly/distribution -am");
    }

    @Test
    void buildsAgainWhenASourceIsNewer() throws Exception {
        run("check");
        touch(tree.resolve("pop3-hooks/src/main/Code.java"), 60);
        run("check");
        assertThat(notes).content().hasLineCount(2);
    }

    @Test
    void theServerIsTheProcessThatWasStarted() throws Exception {
        run("check");
        Process process = start("run");
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(folder.resolve("out")).content().startsWith(process.pid() + "|");
    }

    @Test
    void dataStaysInTheTreeWhenNothingElseIsSaid() throws Exception {
        assertThat(run("run").out()).contains("|" + tree.toRealPath() + "/data|");
    }

    @Test
    void failedBuildIsOneLine() throws Exception {
        executable(folder.resolve("mvn"), "#!/bin/sh\necho '[ERROR] no network'\nexit 1\n");
        Ended ended = run("run");
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.err().strip().lines())
                .last()
                .asString()
                .startsWith("tandem: the build failed: [ERROR] no network");
    }

    private Ended run(String... arguments) throws Exception {
        Process process = start(arguments);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(
                process.exitValue(),
                Files.readString(folder.resolve("out")),
                Files.readString(folder.resolve("err")));
    }

    private Process start(String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(tree.resolve("assembly/bin/tandem").toString());
        builder.command().addAll(List.of(arguments));
        builder.directory(folder.toFile());
        builder.environment().remove("TANDEM_DATA");
        builder.environment().put("NOTES", notes.toString());
        builder.environment().merge("PATH", folder.toString(), (path, own) -> own + ":" + path);
        return builder.redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void touch(Path file, int seconds) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(seconds)));
    }
}
