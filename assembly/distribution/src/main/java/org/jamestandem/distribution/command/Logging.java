package org.jamestandem.distribution.command;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jamestandem.distribution.configuration.Folders;

/** Says where log lines go. To be called before anything logs. */
final class Logging {
    private static final String SETTINGS = "logback.configurationFile";
    private static final String RESOURCES = "org/jamestandem/distribution/";

    private Logging() {}

    /** To the data folder, as {@code conf/logback.xml} says. */
    static void toFile(Folders folders) {
        System.setProperty("tandem.logs", folders.logs().toString());
        Path own = folders.conf().resolve("logback.xml");
        System.setProperty(
                SETTINGS,
                Files.exists(own) ? own.toUri().toString() : RESOURCES + "logback-file.xml");
    }

    /** Nowhere: the command itself says what there is to say. */
    static void off() {
        System.setProperty(SETTINGS, RESOURCES + "logback-off.xml");
    }

    /** The file that {@link #toFile} writes. */
    static Path file(Folders folders) {
        return folders.logs().resolve("tandem.log");
    }
}
