package org.jamestandem.distribution.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.jamestandem.distribution.listeners.Exposure;
import org.jamestandem.distribution.listeners.Listener;
import org.jamestandem.distribution.listeners.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExposureTest {
    @TempDir private Path home;

    @Test
    void clientsMayComeFromElsewhereAndOthersMayNot() throws Exception {
        ServerConfiguration configuration = exposed(Optional.of("0.0.0.0"), false);
        assertThat(configuration.listeners().all())
                .filteredOn(listener -> listener.host().equals("0.0.0.0"))
                .extracting(Listener::service)
                .containsExactly(
                        Service.IMAP,
                        Service.IMAPS,
                        Service.POP3,
                        Service.POP3S,
                        Service.SMTP,
                        Service.SUBMISSION,
                        Service.SUBMISSIONS);
    }

    @Test
    void whoeverComesFromElsewhereNeedsTlsForHisPassword() throws Exception {
        ServerConfiguration configuration = exposed(Optional.of("0.0.0.0"), false);
        assertThat(configuration.files().getConfiguration("imapserver"))
                .satisfies(
                        file ->
                                assertThat(file.getBoolean("imapserver(0).auth.requireSSL"))
                                        .isTrue());
        assertThat(
                        configuration
                                .files()
                                .getConfiguration("tandem")
                                .getString("pop3.plain-text-login"))
                .isEqualTo("loopback");
    }

    @Test
    void loopbackNeedsNone() throws Exception {
        ServerConfiguration configuration = exposed(Optional.of("127.0.0.2"), false);
        assertThat(
                        configuration
                                .files()
                                .getConfiguration("imapserver")
                                .getBoolean("imapserver(0).auth.requireSSL"))
                .isFalse();
    }

    @Test
    void balancerStandsBeforeClientsOnly() throws Exception {
        assertThat(exposed(Optional.empty(), true).listeners().all())
                .filteredOn(listener -> !listener.proxied())
                .extracting(Listener::service)
                .containsExactly(Service.LMTP, Service.MANAGESIEVE, Service.WEBADMIN);
    }

    private ServerConfiguration exposed(Optional<String> address, boolean proxied)
            throws Exception {
        return new ServerConfiguration(
                ShippedConf.copiedTo(home), new Exposure(0, address, proxied));
    }
}
