package org.jamestandem.distribution.configuration;

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
        this.folders = folders;
        this.fileSystem = new FileSystemImpl(folders);
        this.files =
                new ShiftedConfiguration(
                        new FileConfigurationProvider(fileSystem, folders), exposure);
        this.properties =
                new ShiftedProperties(fileSystem, folders.configurationPath(), exposure.offset());
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
