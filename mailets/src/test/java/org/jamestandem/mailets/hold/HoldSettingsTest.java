package org.jamestandem.mailets.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.james.core.Username;
import org.jamestandem.kernel.settings.InvalidSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoldSettingsTest {
    private static final Username ANNA = Username.of("anna@example.org");

    @Test
    void whatIsNotSaidHasItsDefault() {
        HoldSettings settings = HoldWorld.settings("");
        assertThat(settings.publicUrl()).isEmpty();
        assertThat(settings.keep()).isEqualTo(Duration.ofDays(30));
        assertThat(settings.digestTimes())
                .isEqualTo(new DigestTimes(List.of(LocalTime.of(7, 0)), ZoneOffset.UTC));
        assertThat(settings.language(ANNA)).isEqualTo(Language.EN);
        assertThat(settings.sender(ANNA).asString()).isEqualTo("postmaster@example.org");
        assertThat(settings.releaseTo()).isEqualTo("local-delivery");
        assertThat(settings.learn()).isEmpty();
    }

    @Test
    void theUsersLanguageGoesBeforeTheDomains() {
        HoldSettings settings =
                HoldWorld.settings(
                        """
                        <hold>
                          <language>en</language>
                          <domain name="Example.ORG"><language>cs</language></domain>
                          <user name="eve@example.org"><language>en</language></user>
                        </hold>
                        """);
        assertThat(settings.language(ANNA)).isEqualTo(Language.CS);
        assertThat(settings.language(Username.of("eve@example.org"))).isEqualTo(Language.EN);
        assertThat(settings.language(Username.of("bob@example.com"))).isEqualTo(Language.EN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<public-url>mail.example.org</public-url>|tandem.xml: mailets/public-url ="
                        + " 'mail.example.org' is not valid; expected a URL that begins with"
                        + " http:// or https://, without ? or #, for example"
                        + " <public-url>https://mail.example.org/</public-url>",
                "<hold><keep>91d</keep></hold>|tandem.xml: mailets/hold/keep = '91d' is not valid;"
                        + " expected a duration from 1d to 90d, for example <keep>30d</keep>",
                "<hold><digest-at>7</digest-at></hold>|tandem.xml: mailets/hold/digest-at = '7' is"
                        + " not valid; expected times of day with commas between them, for example"
                        + " <digest-at>07:00, 16:30</digest-at>",
                "<hold><zone>Praha</zone></hold>|tandem.xml: mailets/hold/zone = 'Praha' is not"
                        + " valid; expected a time zone, for example <zone>Europe/Prague</zone>",
                "<hold><language>de</language></hold>|tandem.xml: mailets/hold/language = 'de' is"
                        + " not valid; expected one of cs, en, for example"
                        + " <language>cs</language>",
                "<hold><repository>/var/mail</repository></hold>|tandem.xml:"
                        + " mailets/hold/repository = '/var/mail' is not valid; expected the URL of"
                        + " a mail repository, for example"
                        + " <repository>cassandra://var/mail/held/</repository>",
                "<hold><learn-password>x</learn-password></hold>|tandem.xml: mailets/hold:"
                        + " <learn-password> means nothing without <learn>",
                "<hold><domain><language>cs</language></domain></hold>|tandem.xml:"
                        + " mailets/hold/domain: name=\"...\" is missing",
                "<hold><forever/></hold>|tandem.xml: mailets/hold: <forever> is not known here;"
                        + " expected <digest-at>, <domain>, <keep>, <language>, <learn>,"
                        + " <learn-password>, <release-to>, <repository>, <sender>, <user>,"
                        + " <zone>"
            })
    void whatIsWrongStopsTheStart(String mailets, String message) {
        assertThatThrownBy(() -> HoldWorld.settings(mailets))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage(message);
    }
}
