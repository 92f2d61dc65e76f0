package org.jamestandem.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import org.jamestandem.testkit.ProjectFiles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same sources, built a second time in another folder, make the same jar to the byte. */
@Tag("full")
class ReproducibleBundleTest {
    private static final Set<String> NOT_SOURCES = Set.of("target", ".git", "data");

    @TempDir Path copy;

    @Test
    void aSecondBuildElsewhereMakesTheSameBytes() throws IOException, InterruptedException {
        copySources();
        Path log = copy.resolve("build.log");
        int exitCode =
                new ProcessBuilder(
                                List.of(
                                        "mvn",
                                        "-B",
                                        "-o",
                                        "-q",
                                        "-DskipTests",
                                        "package",
                                        "-pl",
                                        "assembly/bundle",
                                        "-am"))
                        .directory(copy.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start()
                        .waitFor();
        assertThat(exitCode).as(Files.readString(log)).isZero();

        Path first = ProjectFiles.built("assembly/bundle/target", "tandem-extensions-", ".jar");
        Path second = copy.resolve(ProjectFiles.root().relativize(first));
        assertThat(second).hasSameBinaryContentAs(first);
    }

    private void copySources() throws IOException {
        Path root = ProjectFiles.root();
        Files.walkFileTree(
                root,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path folder, BasicFileAttributes attributes) throws IOException {
                        if (NOT_SOURCES.contains(folder.getFileName().toString())) {
                            return FileVisitResult.SKIP_SUBTREE;
                        }
                        Files.createDirectories(copy.resolve(root.relativize(folder)));
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.copy(file, copy.resolve(root.relativize(file)));
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
