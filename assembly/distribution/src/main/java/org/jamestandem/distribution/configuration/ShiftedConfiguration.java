package org.jamestandem.distribution.configuration;

import org.apache.commons.configuration2.HierarchicalConfiguration;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.commons.configuration2.tree.ImmutableNode;
import org.apache.james.server.core.configuration.ConfigurationProvider;
import org.apache.james.util.LoggingLevel;
import org.jamestandem.distribution.listeners.ListenerFile;

/**
 * The XML files of {@code conf}, with every listener's port moved by the offset. Everything else is
 * as the operator wrote it.
 */
final class ShiftedConfiguration implements ConfigurationProvider {
    private final ConfigurationProvider files;
    private final int offset;

    ShiftedConfiguration(ConfigurationProvider files, int offset) {
        this.files = files;
        this.offset = offset;
    }

    @Override
    public HierarchicalConfiguration<ImmutableNode> getConfiguration(
            String component, LoggingLevel levelOnError) throws ConfigurationException {
        HierarchicalConfiguration<ImmutableNode> tree =
                files.getConfiguration(component, levelOnError);
        ListenerFile.named(component).ifPresent(file -> file.shift(tree, offset));
        return tree;
    }
}
