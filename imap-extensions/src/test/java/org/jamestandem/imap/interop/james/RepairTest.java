package org.jamestandem.imap.interop.james;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.james.imap.api.ImapConstants;
import org.apache.james.imap.encode.FakeImapSession;
import org.jamestandem.imap.ImapConnection;
import org.jamestandem.imap.InProcessImap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepairTest {
    @TempDir Path folder;

    @Test
    void startTlsWorksOnARepairedConnection() throws Exception {
        try (InProcessImap server = InProcessImap.tandem(startTls());
                ImapConnection imap = server.connect()) {
            assertThat(imap.ok("CAPABILITY").get(0)).contains("STARTTLS");
            imap.ok("STARTTLS");
            imap.startTls();
            assertThat(imap.ok("CAPABILITY").get(0)).doesNotContain("STARTTLS");
            imap.ok("LOGIN anna secret");
            imap.append("INBOX", "", "Subject: by TLS\n\nbody\n");
            imap.ok("SELECT INBOX");

            assertThat(imap.ok("SORT (SUBJECT) UTF-8 ALL")).containsExactly("* SORT 1");
        }
    }

    @Test
    void commandSentWithStartTlsEndsTheConnection() throws Exception {
        try (InProcessImap server = InProcessImap.tandem(startTls());
                ImapConnection imap = server.connect()) {
            imap.ok("CAPABILITY");
            imap.write("p1 STARTTLS\r\np2 LOGIN eve secret\r\n");

            assertThat(imap.rest()).doesNotContain("p1 OK").doesNotContain("p2 OK");
        }
    }

    @Test
    void compressionWorksOnARepairedConnection() throws Exception {
        try (InProcessImap server = InProcessImap.tandem("<compress>true</compress>");
                ImapConnection imap = server.login("anna")) {
            assertThat(imap.result("COMPRESS DEFLATE")).startsWith("OK");
        }
    }

    @Test
    void literalPlusIsNotOfferedWhereTheDecoderIsJamesOwn() throws Exception {
        try (InProcessImap server = InProcessImap.tandem()) {
            HonestCapabilityProcessor capabilities = server.ours(HonestCapabilityProcessor.class);
            FakeImapSession session = new FakeImapSession();
            assertThat(capabilities.getSupportedCapabilities(session))
                    .contains(ImapConstants.SUPPORTS_LITERAL_PLUS);

            session.authenticated();
            assertThat(capabilities.getSupportedCapabilities(session))
                    .doesNotContain(ImapConstants.SUPPORTS_LITERAL_PLUS);
        }
    }

    private String startTls() throws Exception {
        Path keys = folder.resolve("keys.p12");
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin/keytool").toString(),
                                "-genkeypair",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=localhost",
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                "changeit",
                                "-keystore",
                                keys.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("keytool.log").toFile())
                        .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(keytool.exitValue()).isZero();
        return """
        <tls socketTLS="false" startTLS="true">
          <keystore>file://%s</keystore>
          <keystoreType>PKCS12</keystoreType>
          <secret>changeit</secret>
        </tls>
        """
                .formatted(keys);
    }
}
