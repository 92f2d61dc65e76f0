package org.jamestandem.distribution.configuration;

import java.io.FileNotFoundException;
import java.util.Map;
import org.apache.commons.configuration2.Configuration;
import org.apache.commons.configuration2.PropertiesConfiguration;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.james.filesystem.api.FileSystem;
import org.apache.james.server.core.configuration.Configuration.ConfigurationPath;
import org.apache.james.utils.PropertiesProvider;
import org.jamestandem.kernel.settings.InvalidSetting;

/**
 * The properties files of {@code conf}, with webadmin's port moved by the offset, and with what a
 * form has found out itself in place of what is written there.
 */
final class ShiftedProperties extends PropertiesProvider {
    private static final String WEBADMIN = "webadmin";
    private static final String PORT = "port";
    private static final int LAST_PORT = 65_535;

    private final int offset;
    private final Map<String, Map<String, String>> overlay;

    /**
     * @param overlay by file, then by key
     */
    ShiftedProperties(
            FileSystem fileSystem,
            ConfigurationPath conf,
            int offset,
            Map<String, Map<String, String>> overlay) {
        super(fileSystem, conf);
        this.offset = offset;
        this.overlay = overlay;
    }

    @Override
    public Configuration getConfiguration(String fileName)
            throws FileNotFoundException, ConfigurationException {
        Map<String, String> ours = overlay.getOrDefault(fileName, Map.of());
        Configuration properties = read(fileName, ours.isEmpty());
        ours.forEach(properties::setProperty);
        if (WEBADMIN.equals(fileName)) {
            properties.setProperty(PORT, shifted(properties.getString(PORT, "")));
        }
        return properties;
    }

    private Configuration read(String fileName, boolean needed)
            throws FileNotFoundException, ConfigurationException {
        try {
            return super.getConfiguration(fileName);
        } catch (FileNotFoundException e) {
            if (needed) {
                throw e;
            }
            return new PropertiesConfiguration();
        }
    }

    private int shifted(String text) {
        try {
            int port = Integer.parseInt(text.strip());
            if (port >= 1 && port + offset >= 1 && port + offset <= LAST_PORT) {
                return port + offset;
            }
        } catch (NumberFormatException e) {
            throw invalid(text, e);
        }
        throw invalid(text, null);
    }

    private static InvalidSetting invalid(String text, Throwable cause) {
        InvalidSetting invalid =
                InvalidSetting.badValue(
                        "webadmin.properties: " + PORT,
                        text,
                        "a port from 1 to 65535, shifted or not",
                        "port=8000");
        if (cause != null) {
            invalid.initCause(cause);
        }
        return invalid;
    }
}
