package org.jamestandem.testkit.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jamestandem.testkit.ProjectFiles;

/** The built folder {@code assembly/servers/NAME/target} of a server. */
record JarSet(Path target) {
    static JarSet of(String name) {
        return new JarSet(
                ProjectFiles.root().resolve("assembly/servers").resolve(name).resolve("target"));
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    Optional<String> missing() {
        return Files.isDirectory(lib())
                ? Optional.empty()
                : Optional.of(
                        lib() + " is not built: run 'mvn process-classes -pl :tandem-testkit -am'");
    }

    Path lib() {
        return target.resolve("lib");
    }

    Path conf(String file) {
        return target.resolve("conf").resolve(file);
    }

    String classPath() {
        return target.resolve("classes") + ":" + lib() + "/*";
    }

    Path jar(String prefix) throws IOException {
        try (Stream<Path> jars = Files.list(lib())) {
            return jars.filter(jar -> jar.getFileName().toString().startsWith(prefix))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no " + prefix + "*.jar in " + lib()));
        }
    }

    /** Copies a configuration file and fills in what stands between at signs. */
    void fillIn(String file, Path copy, Map<String, ?> values) {
        try {
            String text = Files.readString(conf(file));
            for (Map.Entry<String, ?> value : values.entrySet()) {
                text = text.replace("@" + value.getKey() + "@", String.valueOf(value.getValue()));
            }
            Files.createDirectories(copy.getParent());
            Files.writeString(copy, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
