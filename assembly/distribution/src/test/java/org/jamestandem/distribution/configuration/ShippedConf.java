package org.jamestandem.distribution.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The conf folder that ships, for tests that read or change it. */
public final class ShippedConf {
    private static final Path CONF = Path.of("src/main/conf");

    private ShippedConf() {}

    /** A home folder with a copy of conf in it. */
    public static Folders copiedTo(Path home) throws IOException {
        Path conf = Files.createDirectories(home.resolve("conf"));
        try (Stream<Path> files = Files.list(CONF)) {
            for (Path file : files.toList()) {
                Files.copy(file, conf.resolve(file.getFileName()));
            }
        }
        return new Folders(home, conf, home.resolve("data"));
    }
}
