package org.jamestandem.pop3;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.configuration2.XMLConfiguration;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.commons.configuration2.io.FileHandler;
import org.jamestandem.kernel.settings.Settings;
import org.jamestandem.kernel.settings.TandemSettings;

/** Settings from text, as James reads them from {@code conf/tandem.xml}. */
public final class TestSettings {
    private TestSettings() {}

    /** The settings of a whole file. */
    public static Settings of(String tandemXml) {
        try {
            XMLConfiguration tree = new XMLConfiguration();
            new FileHandler(tree)
                    .load(new ByteArrayInputStream(tandemXml.getBytes(StandardCharsets.UTF_8)));
            return Settings.of(
                    TandemSettings.FILE, tree.getNodeModel().getNodeHandler().getRootNode());
        } catch (ConfigurationException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
