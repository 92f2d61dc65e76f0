package org.jamestandem.testkit;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The programs that this machine has. */
public final class Programs {
    private Programs() {}

    /** Whether the search path has a program of this name. */
    public static boolean has(String name) {
        return Stream.of(System.getenv("PATH").split(Pattern.quote(File.pathSeparator), -1))
                .map(folder -> Path.of(folder, name))
                .anyMatch(Files::isExecutable);
    }
}
