package org.jamestandem.distribution.listeners;

import java.io.FileNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.configuration2.Configuration;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.james.server.core.configuration.ConfigurationProvider;
import org.apache.james.utils.PropertiesProvider;

/** Everything that will listen, in the order of the files. */
public record Listeners(List<Listener> all) {
    private static final int WEBADMIN_DEFAULT_PORT = 8080;

    public Listeners {
        all = List.copyOf(all);
    }

    /** The first listener of a service; empty when the configuration has none. */
    public Optional<Listener> first(Service service) {
        return all.stream().filter(listener -> listener.service() == service).findFirst();
    }

    /**
     * @param files with ports already shifted
     * @param properties with ports already shifted
     */
    public static Listeners read(ConfigurationProvider files, PropertiesProvider properties)
            throws ConfigurationException {
        List<Listener> found = new ArrayList<>();
        for (ListenerFile file : ListenerFile.values()) {
            found.addAll(file.listeners(files.getConfiguration(file.component())));
        }
        webadmin(properties).ifPresent(found::add);
        return new Listeners(found);
    }

    private static Optional<Listener> webadmin(PropertiesProvider properties)
            throws ConfigurationException {
        try {
            Configuration webadmin = properties.getConfiguration("webadmin");
            if (!webadmin.getBoolean("enabled", false)) {
                return Optional.empty();
            }
            return Optional.of(
                    new Listener(
                            Service.WEBADMIN,
                            webadmin.getString("host", "localhost"),
                            webadmin.getInt("port", WEBADMIN_DEFAULT_PORT)));
        } catch (FileNotFoundException e) {
            return Optional.empty();
        }
    }
}
