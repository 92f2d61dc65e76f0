package org.jamestandem.pop3.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.time.Duration;
import org.jamestandem.kernel.settings.InvalidSetting;
import org.jamestandem.pop3.TestSettings;
import org.junit.jupiter.api.Test;

class SessionSettingsTest {
    @Test
    void withoutATandemXmlPasswordsAreTakenAsStockJamesTakesThem() {
        assertThat(read("")).isEqualTo(SessionSettings.DEFAULT);
    }

    @Test
    void everythingCanBeSet() {
        SessionSettings settings =
                read(
                        """
                        <plain-text-login>loopback</plain-text-login>
                        <failed-login-delay>5s</failed-login-delay>
                        <oidc>
                          <jwksURL>https://sso.example.org/keys</jwksURL>
                          <claim>email</claim>
                          <oidcConfigurationURL>https://sso.example.org/d</oidcConfigurationURL>
                          <scope>openid email</scope>
                          <introspection><url>https://sso.example.org/i</url><auth>Bearer x</auth></introspection>
                        </oidc>
                        """);
        assertThat(settings.plainTextLogin()).isEqualTo(PlainTextLogin.LOOPBACK);
        assertThat(settings.failedLoginDelay()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.oidc().orElseThrow().introspectionAuthorization()).contains("Bearer x");
    }

    @Test
    void whatIsMissingInOidcIsNamed() {
        assertThatThrownBy(() -> read("<oidc><claim>email</claim></oidc>"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage("tandem.xml: tandem/pop3/oidc: <jwksURL> is missing");
    }

    @Test
    void aDelayThatWouldKeepClientsWaitingTooLongIsRefused() {
        assertThatThrownBy(() -> read("<failed-login-delay>2m</failed-login-delay>"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("a duration from 0s to 60s");
    }

    @Test
    void loopbackMeansTheServersOwnMachine() throws Exception {
        InetAddress near = InetAddress.getByName("127.0.0.1");
        InetAddress far = InetAddress.getByName("192.0.2.1");
        assertThat(PlainTextLogin.LOOPBACK.permits(near, false)).isTrue();
        assertThat(PlainTextLogin.LOOPBACK.permits(far, false)).isFalse();
        assertThat(PlainTextLogin.LOOPBACK.permits(far, true)).isTrue();
        assertThat(PlainTextLogin.REFUSE.permits(near, false)).isFalse();
        assertThat(PlainTextLogin.REFUSE.permits(near, true)).isTrue();
    }

    private static SessionSettings read(String options) {
        return SessionSettings.read(
                TestSettings.of("<tandem><pop3>" + options + "</pop3></tandem>").child("pop3"));
    }
}
