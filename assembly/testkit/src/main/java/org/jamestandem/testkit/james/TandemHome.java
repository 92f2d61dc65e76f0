package org.jamestandem.testkit.james;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jamestandem.testkit.ProjectFiles;

/**
 * A copy of the unpacked distribution that a test may change: {@code bin} and {@code conf} are
 * copied, {@code lib} and {@code servers} are links. Its path holds a space, as an operator's may.
 */
final class TandemHome implements AutoCloseable {
    private static final String BUILT = "assembly/distribution/target/tandem";

    private final Path work;
    private final Path home;

    private TandemHome(Path work, Path home) {
        this.work = work;
        this.home = home;
    }

    static TandemHome create() throws IOException {
        Path built = ProjectFiles.root().resolve(BUILT);
        if (!Files.isDirectory(built)) {
            throw new IllegalStateException(
                    built + " is missing: build it first, with mvn package");
        }
        Path work = Files.createTempDirectory("tandem");
        Path home = Files.createDirectory(work.resolve("un packed"));
        copyFiles(built.resolve("bin"), home.resolve("bin"));
        copyFiles(built.resolve("conf"), home.resolve("conf"));
        Files.createDirectory(home.resolve("extensions-jars"));
        Files.createSymbolicLink(home.resolve("lib"), built.resolve("lib"));
        Files.createSymbolicLink(home.resolve("servers"), built.resolve("servers"));
        return new TandemHome(work, home);
    }

    /** Where {@code bin} and {@code conf} are. */
    Path path() {
        return home;
    }

    /** A folder for everything else a run needs. */
    Path work() {
        return work;
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(work)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void copyFiles(Path from, Path to) throws IOException {
        Files.createDirectory(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
