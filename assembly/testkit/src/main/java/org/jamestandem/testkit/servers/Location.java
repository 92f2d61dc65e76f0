package org.jamestandem.testkit.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Where a running server answers.
 *
 * @param ports by what they are for, such as {@code http}
 * @param pid of the process to end, 0 for a container
 */
record Location(String host, Map<String, Integer> ports, long pid) {
    private static final String PORT = "port.";

    Location {
        ports = Map.copyOf(ports);
    }

    boolean isContainer() {
        return pid == 0;
    }

    int port(String purpose) {
        Integer port = ports.get(purpose);
        if (port == null) {
            throw new IllegalArgumentException("no port for " + purpose + " in " + ports);
        }
        return port;
    }

    /** For other JVMs of the same build. */
    void write(Path file) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("host", host);
        properties.setProperty("pid", Long.toString(pid));
        ports.forEach((purpose, port) -> properties.setProperty(PORT + purpose, port.toString()));
        try (OutputStream out = Files.newOutputStream(file)) {
            properties.store(out, null);
        }
    }

    static Location read(Path file) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            properties.load(in);
        }
        Map<String, Integer> ports = new TreeMap<>();
        for (String key : properties.stringPropertyNames()) {
            if (key.startsWith(PORT)) {
                ports.put(
                        key.substring(PORT.length()), Integer.valueOf(properties.getProperty(key)));
            }
        }
        return new Location(
                properties.getProperty("host"),
                ports,
                Long.parseLong(properties.getProperty("pid")));
    }
}
