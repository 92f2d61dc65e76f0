package org.jamestandem.imap.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.configuration2.XMLConfiguration;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.commons.configuration2.io.FileHandler;
import org.jamestandem.kernel.settings.InvalidSetting;
import org.jamestandem.kernel.settings.Settings;
import org.jamestandem.testkit.docs.DocsPage;
import org.junit.jupiter.api.Test;

class SearchSettingsTest {
    private static final DocsPage PAGE = DocsPage.named("configure/tandem.xml.md");

    @Test
    void withoutASectionNothingIsIndexed() {
        assertThat(SearchSettings.read(Settings.absent("tandem.xml", "tandem/search")).engine())
                .isEqualTo(SearchSettings.Engine.SCAN);
    }

    @Test
    void everyOptionHasARowAndTheSampleIsRead() throws Exception {
        Settings root =
                settings(
                        PAGE.xmlSamples().stream()
                                .filter(xml -> xml.contains("<search>"))
                                .findFirst()
                                .orElseThrow());

        assertThat(SearchSettings.read(root.child("search")))
                .isEqualTo(
                        new SearchSettings(
                                SearchSettings.Engine.LUCENE, "file://var/search", 20_000));
        Set<String> read = new TreeSet<>(root.optionsRead());
        assertThat(PAGE.optionsBelow("search/")).isEqualTo(read);
    }

    @Test
    void aFolderWithoutAnIndexIsAContradiction() {
        assertThatThrownBy(() -> read("<folder>file://var/x</folder>"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("tandem.xml: tandem/search: <folder> means nothing with");
    }

    @Test
    void whatIsWrongIsNamed() {
        assertThatThrownBy(() -> read("<engine>squat</engine>"))
                .hasMessageContaining("tandem/search/engine = 'squat'")
                .hasMessageContaining("scan, lucene");
        assertThatThrownBy(() -> read("<engine>lucene</engine><folder>/var</folder>"))
                .hasMessageContaining("tandem/search/folder = '/var'");
        assertThatThrownBy(() -> read("<read-at-most>0</read-at-most>"))
                .hasMessageContaining("tandem/search/read-at-most = '0'");
        assertThatThrownBy(() -> read("<engin>scan</engin>"))
                .hasMessageContaining("<engin> is not known here");
    }

    private static SearchSettings read(String options) throws ConfigurationException {
        return SearchSettings.read(
                settings("<tandem><search>" + options + "</search></tandem>").child("search"));
    }

    private static Settings settings(String text) throws ConfigurationException {
        XMLConfiguration xml = new XMLConfiguration();
        new FileHandler(xml).load(new StringReader(text));
        return Settings.of("tandem.xml", xml.getNodeModel().getNodeHandler().getRootNode());
    }
}
