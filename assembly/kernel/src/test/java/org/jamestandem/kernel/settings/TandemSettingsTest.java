package org.jamestandem.kernel.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.commons.configuration2.HierarchicalConfiguration;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.commons.configuration2.tree.ImmutableNode;
import org.apache.james.server.core.configuration.ConfigurationProvider;
import org.apache.james.server.core.configuration.FileConfigurationProvider;
import org.apache.james.util.LoggingLevel;
import org.junit.jupiter.api.Test;

class TandemSettingsTest {
    private enum Colour {
        DARK_RED,
        BLUE
    }

    private static final SettingFormat<Integer> NUMBER = SettingFormats.wholeNumber(0, 9);

    private static TandemSettings read(String xml) {
        return new TandemSettings(provider(xml));
    }

    private static ConfigurationProvider provider(String xml) {
        return new ConfigurationProvider() {
            @Override
            public HierarchicalConfiguration<ImmutableNode> getConfiguration(
                    String component, LoggingLevel loggingLevelOnError)
                    throws ConfigurationException {
                assertThat(component).isEqualTo("tandem");
                return FileConfigurationProvider.getConfig(
                        new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
            }
        };
    }

    private static ConfigurationProvider missing() {
        return new ConfigurationProvider() {
            @Override
            public HierarchicalConfiguration<ImmutableNode> getConfiguration(
                    String component, LoggingLevel loggingLevelOnError) {
                return FileConfigurationProvider.EMPTY_CONFIGURATION;
            }
        };
    }

    @Test
    void aMissingFileMeansEveryDefault() {
        TandemSettings settings = new TandemSettings(missing());
        assertThat(settings.state()).isEqualTo(StateStorage.AUTO);
        assertThat(settings.section("pop3").children("policy")).isEmpty();
    }

    @Test
    void anEmptyRootMeansEveryDefault() {
        assertThat(read("<tandem/>").state()).isEqualTo(StateStorage.AUTO);
    }

    @Test
    void anotherRootElementIsAnError() {
        assertThatThrownBy(() -> read("<tandm><state>memory</state></tandm>"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("tandem.xml")
                .hasMessageContaining("<tandm>")
                .hasMessageContaining("<tandem>");
    }

    @Test
    void anotherEmptyRootElementIsAnError() {
        assertThatThrownBy(() -> read("<tandm/>")).hasMessageContaining("<tandm>");
    }

    @Test
    void brokenXmlIsAnErrorThatNamesTheFile() {
        assertThatThrownBy(() -> read("<tandem><pop3></tandem>"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageStartingWith("tandem.xml cannot be read: ")
                .hasMessageContaining("pop3");
    }

    @Test
    void anUnknownSectionIsAnErrorThatListsTheKnownOnes() {
        assertThatThrownBy(() -> read("<tandem><pop/></tandem>"))
                .hasMessageContaining("tandem.xml: tandem: <pop> is not known here; expected ")
                .hasMessageContaining("<pop3>, ")
                .hasMessageContaining("<state>");
    }

    @Test
    void textWhereOnlyElementsMayStandIsAnError() {
        assertThatThrownBy(() -> read("<tandem>hello</tandem>"))
                .hasMessageContaining(
                        "tandem.xml: tandem: the text 'hello' means nothing here; expected ");
    }

    @Test
    void aSectionMayStandOnlyOnce() {
        assertThatThrownBy(() -> read("<tandem><pop3/><pop3/></tandem>"))
                .hasMessage("tandem.xml: tandem: <pop3> stands here 2 times; expected at most one");
    }

    @Test
    void aBadValueNamesFilePathValueAndAnExample() {
        assertThatThrownBy(() -> read("<tandem><state>disk</state></tandem>").state())
                .hasMessage(
                        "tandem.xml: tandem/state = 'disk' is not valid; expected one of auto,"
                                + " memory, cassandra, for example <state>auto</state>");
    }

    @Test
    void anUnknownAttributeIsAnError() {
        assertThatThrownBy(() -> read("<tandem><state kind='x'>auto</state></tandem>").state())
                .hasMessage(
                        "tandem.xml: tandem/state: attribute kind is not known here; expected"
                                + " none");
    }

    @Test
    void textIsReadWithoutTheWhiteSpaceAroundIt() {
        assertThat(read("<tandem><state>\n  memory\n</state></tandem>").state())
                .isEqualTo(StateStorage.MEMORY);
    }

    @Test
    void valuesAreReadInTheirFormat() {
        Settings pop3 =
                read("<tandem><pop3><a>12h</a><b>7</b><c>dark-red</c><d>true</d><e"
                                + " x='3'/></pop3></tandem>")
                        .section("pop3");
        assertThat(pop3.value("a", SettingFormats.duration())).contains(Duration.ofHours(12));
        assertThat(pop3.value("b", SettingFormats.duration())).contains(Duration.ofDays(7));
        assertThat(pop3.value("b", SettingFormats.wholeNumber(1, 7))).contains(7);
        assertThat(pop3.value("c", SettingFormats.oneOf(Colour.class))).contains(Colour.DARK_RED);
        assertThat(pop3.value("d", SettingFormats.yesNo())).contains(true);
        assertThat(pop3.child("e").attribute("x", SettingFormats.wholeNumber(0, 9))).contains(3);
        assertThat(pop3.value("absent", SettingFormats.yesNo())).isEmpty();
    }

    @Test
    void anEmptyElementIsABadValueAndNotADefault() {
        Settings pop3 = read("<tandem><pop3><a></a></pop3></tandem>").section("pop3");
        assertThatThrownBy(() -> pop3.value("a", SettingFormats.duration()))
                .hasMessageStartingWith(
                        "tandem.xml: tandem/pop3/a = '' is not valid; expected a duration");
    }

    @Test
    void anAttributeErrorShowsTheAttribute() {
        Settings pop3 = read("<tandem><pop3><e x='12'/></pop3></tandem>").section("pop3");
        assertThatThrownBy(() -> pop3.child("e").attribute("x", SettingFormats.wholeNumber(0, 9)))
                .hasMessage(
                        "tandem.xml: tandem/pop3/e[@x] = '12' is not valid; expected a whole number"
                                + " from 0 to 9, for example x=\"0\"");
    }

    @Test
    void everyOptionThatIsAskedForIsRememberedWhetherItIsThereOrNot() {
        Settings pop3 = read("<tandem><pop3><e x='1'>7</e></pop3></tandem>").section("pop3");
        pop3.child("e").attribute("x", NUMBER);
        pop3.child("e").as(NUMBER);
        pop3.child("f").child("g").value("h", NUMBER);
        pop3.child("f").attribute("y", NUMBER);
        assertThat(pop3.optionsRead())
                .containsExactlyInAnyOrder(
                        "state", "pop3/e", "pop3/e/@x", "pop3/f/g/h", "pop3/f/@y");
    }
}
