package org.jamestandem.pop3;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.jamestandem.kernel.settings.Settings;
import org.jamestandem.testkit.docs.DocsPage;
import org.junit.jupiter.api.Test;

class DocsMatchCodeTest {
    private static final DocsPage SETTINGS = DocsPage.named("configure/tandem.xml.md");
    private static final DocsPage POP3 = DocsPage.named("extensions/pop3.md");

    @Test
    void theSectionsOptionsHaveARowEach() {
        Settings root = TestSettings.of(sample(SETTINGS));
        Pop3Settings.read(root.child("pop3"));
        Set<String> read = new TreeSet<>(root.optionsRead());
        assertThat(SETTINGS.optionsBelow("pop3/")).isEqualTo(read);
    }

    @Test
    void theSampleOfThePageIsRead() {
        assertThat(
                        Pop3Settings.read(TestSettings.of(sample(POP3)).child("pop3"))
                                .policies()
                                .layers())
                .hasSize(2);
    }

    private static String sample(DocsPage page) {
        return page.xmlSamples().stream()
                .filter(xml -> xml.contains("<pop3>"))
                .findFirst()
                .orElseThrow();
    }
}
