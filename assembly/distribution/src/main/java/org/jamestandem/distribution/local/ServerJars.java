package org.jamestandem.distribution.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One server as the distribution brings it along: {@code servers/NAME} with {@code lib} and {@code
 * conf}. Its libraries are no part of the class path of James.
 */
record ServerJars(Path folder) {
    /**
     * @throws IOException when this distribution has none
     */
    static ServerJars of(Path home, String name) throws IOException {
        Path folder = home.resolve("servers").resolve(name);
        if (!Files.isDirectory(folder.resolve("lib"))) {
            throw new IOException(
                    folder + " is missing: unpack the whole distribution, with its folder servers");
        }
        return new ServerJars(folder);
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    String classPath() {
        return folder.resolve("lib") + "/*";
    }

    Path conf(String file) {
        return folder.resolve("conf").resolve(file);
    }

    Path jar(String prefix) throws IOException {
        try (Stream<Path> jars = Files.list(folder.resolve("lib"))) {
            return jars.filter(jar -> jar.getFileName().toString().startsWith(prefix))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no " + prefix + "*.jar in " + folder));
        }
    }

    /** Writes the file of that name with what stands between at signs filled in. */
    void fillIn(String file, Path copy, Map<String, ?> values) throws IOException {
        String text = Files.readString(conf(file));
        for (Map.Entry<String, ?> value : values.entrySet()) {
            text = text.replace("@" + value.getKey() + "@", String.valueOf(value.getValue()));
        }
        Files.createDirectories(copy.getParent());
        Files.writeString(copy, text);
    }
}
