package org.jamestandem.distribution.command;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jamestandem.distribution.configuration.Folders;
import org.slf4j.bridge.SLF4JBridgeHandler;

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
        joinJavaLogging();
    }

    /** Nowhere: the command itself says what there is to say. */
    static void off() {
        System.setProperty(SETTINGS, RESOURCES + "logback-off.xml");
        joinJavaLogging();
    }

    /** Guice and others use the JDK's own logging, which would print on standard error. */
    private static void joinJavaLogging() {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    /** The file that {@link #toFile} writes. */
    static Path file(Folders folders) {
        return folders.logs().resolve("tandem.log");
    }
}
