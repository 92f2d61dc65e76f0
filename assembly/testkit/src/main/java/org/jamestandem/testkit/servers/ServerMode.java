package org.jamestandem.testkit.servers;

import java.util.Arrays;
import java.util.Locale;

/** Where test servers come from. */
public enum ServerMode {
    /** Containers where an engine holds the image, else processes. */
    AUTO,
    PROCESS,
    CONTAINER;

    static final String PROPERTY = "tandem.servers";

    /** As the system property {@code tandem.servers} says. */
    static ServerMode configured() {
        String word = System.getProperty(PROPERTY, "auto");
        return Arrays.stream(values())
                .filter(mode -> mode.word().equals(word))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        PROPERTY
                                                + "="
                                                + word
                                                + ": expected auto, process or container"));
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
