package org.jamestandem.distribution.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jamestandem.distribution.listeners.Listener;
import org.jamestandem.distribution.listeners.Service;
import org.jamestandem.kernel.settings.InvalidSetting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortOffsetTest {
    @TempDir private Path home;
    private Folders folders;

    @BeforeEach
    void copyConf() throws Exception {
        folders = ShippedConf.copiedTo(home);
    }

    @Test
    void everyServiceHasItsDocumentedPortOnLoopback() throws Exception {
        assertThat(new ServerConfiguration(folders, 0).listeners().all())
                .containsExactlyInAnyOrder(
                        new Listener(Service.IMAP, "127.0.0.1", 1143),
                        new Listener(Service.IMAPS, "127.0.0.1", 1993),
                        new Listener(Service.POP3, "127.0.0.1", 1110),
                        new Listener(Service.POP3S, "127.0.0.1", 1995),
                        new Listener(Service.SMTP, "127.0.0.1", 1025),
                        new Listener(Service.SUBMISSION, "127.0.0.1", 1587),
                        new Listener(Service.SUBMISSIONS, "127.0.0.1", 1465),
                        new Listener(Service.LMTP, "127.0.0.1", 1024),
                        new Listener(Service.MANAGESIEVE, "127.0.0.1", 4190),
                        new Listener(Service.WEBADMIN, "127.0.0.1", 8000));
    }

    @Test
    void offsetMovesEveryListener() throws Exception {
        assertThat(new ServerConfiguration(folders, 10_000).listeners().all())
                .extracting(Listener::port)
                .containsExactlyInAnyOrder(
                        11143, 11993, 11110, 11995, 11025, 11587, 11465, 11024, 14190, 18000);
    }

    @Test
    void offsetMovesEveryAddressOfAListener() throws Exception {
        Path file = folders.conf().resolve("lmtpserver.xml");
        Files.writeString(
                file,
                Files.readString(file).replace("127.0.0.1:1024", "127.0.0.1:1024, 127.0.0.2:2024"));
        assertThat(new ServerConfiguration(folders, 5).listeners().all())
                .contains(
                        new Listener(Service.LMTP, "127.0.0.1", 1029),
                        new Listener(Service.LMTP, "127.0.0.2", 2029));
    }

    @Test
    void disabledListenerIsNotThere() throws Exception {
        Path file = folders.conf().resolve("managesieveserver.xml");
        Files.writeString(
                file, Files.readString(file).replace("enabled=\"true\"", "enabled=\"false\""));
        assertThat(new ServerConfiguration(folders, 0).listeners().first(Service.MANAGESIEVE))
                .isEmpty();
    }

    @Test
    void offsetThatLeavesThePortRangeIsRefused() {
        ServerConfiguration configuration = new ServerConfiguration(folders, 65_000);
        assertThatThrownBy(configuration::listeners)
                .isInstanceOf(InvalidSetting.class)
                .hasMessageStartingWith(
                        "imapserver.xml: imapservers/imapserver/bind: port 1143 shifted by 65000")
                .hasMessageContaining("--port-offset");
    }
}
