package org.jamestandem.kernel.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.jamestandem.testkit.docs.DocsPage;
import org.jamestandem.testkit.docs.OptionRow;
import org.junit.jupiter.api.Test;

/** What the kernel reads of {@code tandem.xml}; each feature compares its own section. */
class DocsMatchCodeTest {
    private static final DocsPage PAGE = DocsPage.named("configure/tandem.xml.md");

    @Test
    void everyRowBelongsToTheRootOrToASectionThatIsRead() {
        Set<String> first =
                PAGE.options().stream()
                        .map(OptionRow::option)
                        .map(option -> option.split("/", 2)[0])
                        .collect(Collectors.toSet());
        assertThat(first).isSubsetOf(TandemSettings.elements());
    }

    @Test
    void theRootsOwnOptionsHaveARowEach() {
        Set<String> own =
                PAGE.options().stream()
                        .map(OptionRow::option)
                        .filter(option -> !option.contains("/"))
                        .collect(Collectors.toSet());
        assertThat(own)
                .isEqualTo(
                        new TandemSettings(Settings.absent("tandem.xml", "tandem"))
                                .section("none")
                                .optionsRead());
    }

    @Test
    void noOptionHasTwoRows() {
        assertThat(PAGE.options()).extracting(OptionRow::option).doesNotHaveDuplicates();
    }
}
