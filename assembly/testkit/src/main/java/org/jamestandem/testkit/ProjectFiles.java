package org.jamestandem.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the build has made, found from wherever in the checkout a test runs. */
public final class ProjectFiles {
    private ProjectFiles() {}

    /** The checkout: the folder that holds {@code assembly/servers}. */
    public static Path root() {
        Path start = Path.of("").toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("assembly").resolve("servers"))) {
                return folder;
            }
        }
        throw new IllegalStateException("not inside a checkout of Tandem: " + start);
    }

    /**
     * One built file, by folder and the ends of its name.
     *
     * @throws IllegalStateException naming the folder when the build has not made it, or made
     *     several
     */
    public static Path built(String folder, String prefix, String suffix) {
        Path place = root().resolve(folder);
        if (!Files.isDirectory(place)) {
            throw new IllegalStateException(
                    place + " is missing: build it first, with mvn package");
        }
        try (Stream<Path> files = Files.list(place)) {
            List<Path> found =
                    files.filter(file -> file.getFileName().toString().startsWith(prefix))
                            .filter(file -> file.getFileName().toString().endsWith(suffix))
                            .toList();
            if (found.size() != 1) {
                throw new IllegalStateException(
                        "expected one %s*%s in %s, found %s: build it first, with mvn package"
                                .formatted(prefix, suffix, place, found));
            }
            return found.get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
