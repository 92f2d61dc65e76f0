package org.jamestandem.imap.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import org.apache.commons.configuration2.XMLConfiguration;
import org.apache.commons.configuration2.io.FileHandler;
import org.jamestandem.kernel.settings.InvalidSetting;
import org.jamestandem.kernel.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharingSettingsTest {
    private static SharingSettings read(String acl) throws Exception {
        XMLConfiguration xml = new XMLConfiguration();
        new FileHandler(xml).load(new StringReader("<tandem><acl>" + acl + "</acl></tandem>"));
        Settings root =
                Settings.of("tandem.xml", xml.getNodeModel().getNodeHandler().getRootNode());
        return SharingSettings.read(root.child(SharingSettings.SECTION));
    }

    @Test
    void withoutSettingsEverythingHasItsDefault() throws Exception {
        assertThat(read("")).isEqualTo(new SharingSettings(Namespaces.DEFAULT, 1_000));
    }

    @Test
    void everythingCanBeSet() throws Exception {
        assertThat(
                        read(
                                "<other-users>#others.</other-users><shared>#all.</shared>"
                                        + "<public-account>office</public-account>"
                                        + "<listed-public>5</listed-public>"))
                .isEqualTo(new SharingSettings(new Namespaces("#others.", "#all.", "office"), 5));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<other-users>user.</other-users> | tandem.xml: tandem/acl/other-users = 'user.' is"
                        + " not valid",
                "<shared>#user.</shared> | tandem.xml: tandem/acl: <other-users> and <shared> are"
                        + " both '#user.'",
                "<public-account>a@b</public-account> | tandem/acl/public-account = 'a@b' is not"
                        + " valid",
                "<listed-public>-1</listed-public> | tandem/acl/listed-public = '-1' is not valid",
                "<namespace/> | <namespace> is not known here"
            })
    void whatIsWrongIsNamed(String acl, String message) {
        assertThatThrownBy(() -> read(acl))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining(message);
    }
}
