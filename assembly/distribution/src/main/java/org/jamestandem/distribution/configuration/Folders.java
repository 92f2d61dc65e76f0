package org.jamestandem.distribution.configuration;

import java.nio.file.Path;
import org.apache.james.filesystem.api.FileSystem;
import org.apache.james.filesystem.api.JamesDirectoriesProvider;
import org.apache.james.server.core.configuration.Configuration;

/**
 * The three folders of a running server: {@code home} (what was unpacked, with {@code
 * extensions-jars}), {@code conf} (what an operator edits) and {@code data} (what the server
 * writes). All absolute.
 *
 * <p>In configuration files {@code file://conf/} means {@code conf}, {@code file://var/} means
 * {@code data} and any other relative {@code file://} means {@code home}.
 */
public record Folders(Path home, Path conf, Path data)
        implements Configuration, JamesDirectoriesProvider {

    public Folders {
        home = home.toAbsolutePath().normalize();
        conf = conf.toAbsolutePath().normalize();
        data = data.toAbsolutePath().normalize();
    }

    /** Where the log file goes. */
    public Path logs() {
        return data.resolve("logs");
    }

    /** Where certificates and their keys are kept. */
    public Path tls() {
        return data.resolve("tls");
    }

    @Override
    public ConfigurationPath configurationPath() {
        return new ConfigurationPath(FileSystem.FILE_PROTOCOL_AND_CONF);
    }

    @Override
    public JamesDirectoriesProvider directories() {
        return this;
    }

    @Override
    public String getAbsoluteDirectory() {
        return "/";
    }

    @Override
    public String getConfDirectory() {
        return conf + "/";
    }

    @Override
    public String getVarDirectory() {
        return data + "/";
    }

    @Override
    public String getRootDirectory() {
        return home.toString();
    }
}
