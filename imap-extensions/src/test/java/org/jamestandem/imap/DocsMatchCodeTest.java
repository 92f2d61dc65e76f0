package org.jamestandem.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.configuration2.XMLConfiguration;
import org.apache.commons.configuration2.io.FileHandler;
import org.jamestandem.imap.acl.AclSettings;
import org.jamestandem.kernel.settings.Settings;
import org.jamestandem.testkit.docs.DocsPage;
import org.junit.jupiter.api.Test;

class DocsMatchCodeTest {
    private static final DocsPage PAGE = DocsPage.named("configure/tandem.xml.md");

    @Test
    void theOptionsOfAccessControlHaveARowEach() throws Exception {
        XMLConfiguration xml = new XMLConfiguration();
        new FileHandler(xml).load(new StringReader(sample("<acl>")));
        Settings root =
                Settings.of("tandem.xml", xml.getNodeModel().getNodeHandler().getRootNode());
        AclSettings.read(root.child(AclSettings.SECTION));
        Set<String> read = new TreeSet<>(root.optionsRead());

        assertThat(PAGE.optionsBelow("acl/")).isEqualTo(read);
    }

    private static String sample(String element) {
        return PAGE.xmlSamples().stream()
                .filter(xml -> xml.contains(element))
                .findFirst()
                .orElseThrow();
    }
}
