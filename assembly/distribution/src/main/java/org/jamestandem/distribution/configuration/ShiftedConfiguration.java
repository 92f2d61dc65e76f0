package org.jamestandem.distribution.configuration;

import org.apache.commons.configuration2.HierarchicalConfiguration;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.commons.configuration2.tree.ImmutableNode;
import org.apache.james.server.core.configuration.ConfigurationProvider;
import org.apache.james.util.LoggingLevel;
import org.jamestandem.distribution.listeners.Exposure;
import org.jamestandem.distribution.listeners.ListenerFile;

/**
 * The XML files of {@code conf}, with every listener exposed as this run is told. Everything else
 * is as the operator wrote it.
 */
final class ShiftedConfiguration implements ConfigurationProvider {
    private static final String TANDEM = "tandem";
    private static final String PLAIN_POP3 = "pop3.plain-text-login";
    private static final String ALLOWED = "allow";

    private final ConfigurationProvider files;
    private final Exposure exposure;

    ShiftedConfiguration(ConfigurationProvider files, Exposure exposure) {
        this.files = files;
        this.exposure = exposure;
    }

    @Override
    public HierarchicalConfiguration<ImmutableNode> getConfiguration(
            String component, LoggingLevel levelOnError) throws ConfigurationException {
        HierarchicalConfiguration<ImmutableNode> tree =
                files.getConfiguration(component, levelOnError);
        ListenerFile.named(component).ifPresent(file -> file.expose(tree, exposure));
        if (TANDEM.equals(component) && exposure.needsTls()) {
            refusePlainPop3(tree);
        }
        return tree;
    }

    private static void refusePlainPop3(HierarchicalConfiguration<ImmutableNode> tree) {
        if (ALLOWED.equals(tree.getString(PLAIN_POP3, ALLOWED))) {
            tree.setProperty(PLAIN_POP3, "loopback");
        }
    }
}
