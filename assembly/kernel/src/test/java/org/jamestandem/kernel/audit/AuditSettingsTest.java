package org.jamestandem.kernel.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.configuration2.tree.ImmutableNode;
import org.jamestandem.kernel.settings.InvalidSetting;
import org.jamestandem.kernel.settings.Settings;
import org.jamestandem.kernel.settings.TandemSettings;
import org.jamestandem.testkit.docs.DocsPage;
import org.jamestandem.testkit.docs.OptionRow;
import org.junit.jupiter.api.Test;

class AuditSettingsTest {
    @Test
    void withoutTheSectionEntriesAreKeptForNinetyDaysWithAddresses() {
        assertThat(AuditSettings.read(TandemSettings.defaults().section("audit")))
                .isEqualTo(new AuditSettings(Duration.ofDays(90), true));
    }

    @Test
    void theSectionSaysHowLongAndWhat() {
        assertThat(read("1d", "false")).isEqualTo(new AuditSettings(Duration.ofDays(1), false));
    }

    @Test
    void aTimeThatIsTooLongOrTooShortIsRefused() {
        assertThatThrownBy(() -> read("401d", "true"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage(
                        "tandem.xml: tandem/audit/retention = '401d' is not valid; expected a"
                                + " duration from 1d to 400d, for example"
                                + " <retention>90d</retention>");
        assertThatThrownBy(() -> read("1h", "true")).isInstanceOf(InvalidSetting.class);
    }

    @Test
    void everyOptionHasARow() {
        TandemSettings settings = TandemSettings.defaults();
        Settings section = settings.section(AuditSettings.SECTION);
        AuditSettings.read(section);
        Set<String> read =
                section.optionsRead().stream()
                        .filter(option -> option.startsWith("audit/"))
                        .collect(Collectors.toSet());
        Set<String> rows =
                DocsPage.named("configure/tandem.xml.md").options().stream()
                        .map(OptionRow::option)
                        .filter(option -> option.startsWith("audit/"))
                        .collect(Collectors.toSet());
        assertThat(rows).isEqualTo(read);
    }

    private static AuditSettings read(String retention, String addresses) {
        ImmutableNode audit =
                new ImmutableNode.Builder()
                        .name("audit")
                        .addChild(node("retention", retention))
                        .addChild(node("addresses", addresses))
                        .create();
        ImmutableNode root = new ImmutableNode.Builder().name("tandem").addChild(audit).create();
        return AuditSettings.read(
                new TandemSettings(Settings.of("tandem.xml", root)).section(AuditSettings.SECTION));
    }

    private static ImmutableNode node(String name, String value) {
        return new ImmutableNode.Builder().name(name).value(value).create();
    }
}
