package org.jamestandem.distribution.managesieve;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.configuration2.HierarchicalConfiguration;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.commons.configuration2.tree.ImmutableNode;
import org.apache.james.filesystem.api.FileSystem;
import org.apache.james.managesieve.api.commands.CoreCommands;
import org.apache.james.managesieve.transcode.ArgumentParser;
import org.apache.james.managesieve.transcode.ManageSieveProcessor;
import org.apache.james.managesieveserver.netty.ManageSieveServerFactory;
import org.apache.james.protocols.lib.netty.AbstractConfigurableAsyncServer;
import org.jamestandem.distribution.drain.Doors;

/** Makes the listeners of {@code managesieveserver.xml}. */
public final class ManageSieveListeners extends ManageSieveServerFactory {
    private static final int LONGEST_COMMAND = 8000;

    private final FileSystem fileSystem;
    private final CoreCommands commands;
    private final Doors doors;

    @Inject
    public ManageSieveListeners(FileSystem fileSystem, CoreCommands commands, Doors doors) {
        this.fileSystem = fileSystem;
        this.commands = commands;
        this.doors = doors;
    }

    @Override
    protected List<AbstractConfigurableAsyncServer> createServers(
            HierarchicalConfiguration<ImmutableNode> file) throws ConfigurationException {
        ManageSieveProcessor processor = new ManageSieveProcessor(new ArgumentParser(commands));
        List<AbstractConfigurableAsyncServer> servers = new ArrayList<>();
        for (HierarchicalConfiguration<ImmutableNode> listener :
                file.configurationsAt("managesieveserver")) {
            TlsManageSieveServer server =
                    new TlsManageSieveServer(LONGEST_COMMAND, processor, doors);
            server.setFileSystem(fileSystem);
            server.configure(listener);
            servers.add(server);
        }
        return servers;
    }
}
