package org.jamestandem.pop3;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.jamestandem.kernel.settings.Settings;
import org.jamestandem.pop3.policy.PolicySettings;
import org.jamestandem.pop3.session.SessionSettings;
import org.jamestandem.testkit.docs.DocsPage;
import org.junit.jupiter.api.Test;

class DocsMatchCodeTest {
    private static final DocsPage SETTINGS = DocsPage.named("configure/tandem.xml.md");
    private static final DocsPage POP3 = DocsPage.named("extensions/pop3.md");

    @Test
    void theSectionsOptionsHaveARowEach() {
        Settings root = TestSettings.of(sample(SETTINGS));
        PolicySettings.read(root.child("pop3"));
        SessionSettings.read(root.child("pop3"));
        Set<String> read = new TreeSet<>(root.optionsRead());
        assertThat(SETTINGS.optionsBelow("pop3/")).isEqualTo(read);
    }

    @Test
    void theSampleOfThePageIsRead() {
        assertThat(PolicySettings.read(TestSettings.of(sample(POP3)).child("pop3")).domains())
                .hasSize(1);
    }

    private static String sample(DocsPage page) {
        return page.xmlSamples().stream()
                .filter(xml -> xml.contains("<pop3>"))
                .findFirst()
                .orElseThrow();
    }
}
