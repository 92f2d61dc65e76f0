package org.jamestandem.distribution.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jamestandem.kernel.settings.InvalidSetting;
import org.jamestandem.kernel.settings.TandemSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationCheckTest {
    @TempDir private Path home;
    private Folders folders;

    @BeforeEach
    void copyConf() throws Exception {
        folders = ShippedConf.copiedTo(home);
    }

    @Test
    void shippedFilesAreValid() throws Exception {
        assertThat(check().state()).isNotNull();
    }

    @Test
    void brokenXmlIsNamedWithItsLine() throws Exception {
        Files.writeString(folders.conf().resolve("listeners.xml"), "<listeners>\n<a></b>\n");
        assertThatThrownBy(this::check)
                .isInstanceOf(InvalidSetting.class)
                .hasMessageStartingWith("listeners.xml cannot be read as XML: line 2: ");
    }

    @Test
    void unknownElementOfTandemXmlIsNamed() throws Exception {
        Files.writeString(folders.conf().resolve("tandem.xml"), "<tandem><pop/></tandem>");
        assertThatThrownBy(this::check)
                .isInstanceOf(InvalidSetting.class)
                .hasMessageStartingWith("tandem.xml: tandem: <pop> is not known here");
    }

    @Test
    void missingFolderIsNamed() {
        folders = new Folders(home, home.resolve("nowhere"), home);
        assertThatThrownBy(this::check)
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("nowhere is no folder");
    }

    @Test
    void unknownMailetIsNamedWithItsProcessor() throws Exception {
        edit("mailetcontainer.xml", "class=\"VacationMailet\"", "class=\"VacationMialet\"");
        assertThatThrownBy(this::check)
                .isInstanceOf(InvalidSetting.class)
                .hasMessageStartingWith(
                        "mailetcontainer.xml:"
                            + " mailetcontainer/processors/processor[@state=local-delivery]/mailet[@class]"
                            + " = 'VacationMialet'");
    }

    @Test
    void unknownMatcherIsNamedButNamedOnesAreKnown() throws Exception {
        edit("mailetcontainer.xml", "match=\"HostIsLocal\"", "match=\"HostIsLokal=x\"");
        assertThatThrownBy(this::check)
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("mailet[@match] = 'HostIsLokal'");
    }

    @Test
    void unknownHandlerImapPackageListenerAndModuleAreNamed() throws Exception {
        edit("smtpserver.xml", "smtp.LoginRequired", "smtp.LoginOptional");
        assertThatThrownBy(this::check).hasMessageContaining("smtp.LoginOptional");

        edit("imapserver.xml", "TandemImapPackage", "TandemImapParcel");
        assertThatThrownBy(this::check).hasMessageContaining("TandemImapParcel");
    }

    @Test
    void unknownExtensionModuleIsNamed() throws Exception {
        edit("extensions.properties", "ImapExtensionsModule", "NoSuchModule");
        assertThatThrownBy(this::check)
                .hasMessageStartingWith(
                        "extensions.properties: guice.extension.module ="
                                + " 'org.jamestandem.imap.NoSuchModule' is not valid");
    }

    @Test
    void listenerWithoutPortIsNamed() throws Exception {
        edit("pop3server.xml", "127.0.0.1:1110", "127.0.0.1");
        assertThatThrownBy(this::check)
                .isInstanceOf(InvalidSetting.class)
                .hasMessageStartingWith("pop3server.xml: pop3servers/pop3server/bind = ");
    }

    private TandemSettings check() throws Exception {
        return new ConfigurationCheck(new ServerConfiguration(folders, 0)).perform();
    }

    private void edit(String name, String old, String replacement) throws Exception {
        Path file = folders.conf().resolve(name);
        String text = Files.readString(file);
        assertThat(text).contains(old);
        Files.writeString(file, text.replace(old, replacement));
    }
}
