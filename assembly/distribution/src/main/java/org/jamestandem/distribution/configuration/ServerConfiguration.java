package org.jamestandem.distribution.configuration;

import java.util.Map;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.james.filesystem.api.FileSystem;
import org.apache.james.server.core.configuration.ConfigurationProvider;
import org.apache.james.server.core.configuration.FileConfigurationProvider;
import org.apache.james.server.core.filesystem.FileSystemImpl;
import org.apache.james.utils.PropertiesProvider;
import org.jamestandem.distribution.listeners.Exposure;
import org.jamestandem.distribution.listeners.Listeners;

/**
 * What one run of the server reads: its folders and their files, as they are once the port offset
 * is applied.
 */
public final class ServerConfiguration {
    private final Folders folders;
    private final Exposure exposure;
    private final FileSystem fileSystem;
    private final ConfigurationProvider files;
    private final PropertiesProvider properties;

    /**
     * @param portOffset added to the port of every listener
     */
    public ServerConfiguration(Folders folders, int portOffset) {
        this(folders, Exposure.shiftedBy(portOffset));
    }

    /**
     * @param exposure how the listeners differ from their files
     */
    public ServerConfiguration(Folders folders, Exposure exposure) {
        this(folders, exposure, Map.of());
    }

    private ServerConfiguration(
            Folders folders, Exposure exposure, Map<String, Map<String, String>> overlay) {
        this.folders = folders;
        this.exposure = exposure;
        this.fileSystem = new FileSystemImpl(folders);
        this.files =
                new ShiftedConfiguration(
                        new FileConfigurationProvider(fileSystem, folders), exposure);
        this.properties =
                new ShiftedProperties(
                        fileSystem, folders.configurationPath(), exposure.offset(), overlay);
    }

    /**
     * The same with other values in properties files, which need not exist.
     *
     * @param overlay by name of the file without its ending, then by key
     */
    public ServerConfiguration with(Map<String, Map<String, String>> overlay) {
        return new ServerConfiguration(folders, exposure, overlay);
    }

    public Folders folders() {
        return folders;
    }

    public FileSystem fileSystem() {
        return fileSystem;
    }

    public ConfigurationProvider files() {
        return files;
    }

    public PropertiesProvider properties() {
        return properties;
    }

    /** What will listen where. */
    public Listeners listeners() throws ConfigurationException {
        return Listeners.read(files, properties);
    }
}
