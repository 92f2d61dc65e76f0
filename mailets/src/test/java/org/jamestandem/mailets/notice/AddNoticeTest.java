package org.jamestandem.mailets.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimeMultipart;
import org.apache.james.server.core.MimeMessageWrapper;
import org.apache.mailet.base.test.FakeMail;
import org.apache.mailet.base.test.FakeMailetConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddNoticeTest {
    private static final String TEXT = "Pozor: {{sender}} je zvenčí & <cizí>";
    private static final String PLAIN = "Pozor: eve@x.example je zvenčí & <cizí>";
    private static final String AS_HTML =
            "<p>Pozor: eve@x.example je zvenčí &amp; &lt;cizí&gt;</p>";

    private static AddNotice mailet(String... namesAndValues) throws MessagingException {
        FakeMailetConfig.Builder config = FakeMailetConfig.builder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            config.setProperty(namesAndValues[i], namesAndValues[i + 1]);
        }
        AddNotice mailet = new AddNotice();
        mailet.init(config.build());
        return mailet;
    }

    private static FakeMail mail(String message) throws Exception {
        return mail(message, StandardCharsets.UTF_8);
    }

    /** A message of the kind that James gives to mailets. */
    private static FakeMail mail(String message, Charset charset) throws Exception {
        byte[] octets = message.replace("\n", "\r\n").getBytes(charset);
        return FakeMail.builder()
                .name("m1")
                .sender("eve@x.example")
                .recipients("anna@example.org")
                .mimeMessage(
                        new MimeMessageWrapper(
                                new MimeMessage(
                                        Session.getInstance(new Properties()),
                                        new ByteArrayInputStream(octets))))
                .build();
    }

    /** As it goes over the wire, and is read again. */
    private static MimeMessage served(AddNotice mailet, FakeMail mail) throws Exception {
        mailet.service(mail);
        return new MimeMessage(null, new ByteArrayInputStream(octets(mail)));
    }

    private static byte[] octets(FakeMail mail) throws Exception {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        mail.getMessage().writeTo(octets);
        return octets.toByteArray();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "7bit; Ahoj; Ahoj",
                "quoted-printable; Ahoj =C4=8Dau; Ahoj čau",
                "base64; QWhvaiDEjWF1; Ahoj čau",
                "8bit; Ahoj čau; Ahoj čau"
            })
    void aPlainTextBeginsWithItInWhateverEncoding(String encoding, String body, String read)
            throws Exception {
        MimeMessage message =
                served(
                        mailet("text", TEXT),
                        mail(
                                """
                                Message-ID: <1@x>
                                Subject: x
                                MIME-Version: 1.0
                                Content-Type: text/plain; charset=utf-8; format=flowed
                                Content-Transfer-Encoding: %s

                                %s
                                """
                                        .formatted(encoding, body)));
        assertThat(message.getContent().toString().strip()).isEqualTo(PLAIN + "\r\n\r\n" + read);
        assertThat(message.getMessageID()).isEqualTo("<1@x>");
        assertThat(message.getContentType()).contains("format=flowed");
    }

    @Test
    void aTextInAnotherCharsetIsReadAsWhatItIs() throws Exception {
        MimeMessage message =
                served(
                        mailet("text", TEXT, "place", "bottom"),
                        mail(
                                """
                                Content-Type: text/plain; charset=windows-1250
                                Content-Transfer-Encoding: 8bit

                                Žluťoučký
                                """,
                                Charset.forName("windows-1250")));
        assertThat(message.getContent().toString().strip()).isEqualTo("Žluťoučký\r\n\r\n" + PLAIN);
    }

    @Test
    void aMessageWithoutAnyTypeIsPlainText() throws Exception {
        MimeMessage message = served(mailet("text", TEXT), mail("Subject: x\n\nAhoj\n"));
        assertThat(message.getContent().toString().strip()).isEqualTo(PLAIN + "\r\n\r\nAhoj");
    }

    @Test
    void bothAlternativesHaveItAndTheAttachmentStaysAsItIs() throws Exception {
        FakeMail mail =
                mail(
                        """
                        MIME-Version: 1.0
                        Content-Type: multipart/mixed; boundary=m

                        --m
                        Content-Type: multipart/alternative; boundary=a

                        --a
                        Content-Type: text/plain

                        Ahoj
                        --a
                        Content-Type: multipart/related; boundary=r

                        --r
                        Content-Type: text/html; charset=iso-8859-2
                        Content-Transfer-Encoding: quoted-printable

                        <html><head><meta charset=3D"iso-8859-2"></head><body class=3D"b"><b>=C8au</b></body></html>
                        --r
                        Content-Type: text/plain
                        Content-ID: <c>

                        not shown
                        --r--
                        --a--
                        --m
                        Content-Type: text/plain; name=notes.txt
                        Content-Disposition: attachment; filename=notes.txt

                        notes
                        --m--
                        """);
        MimeMessage message = served(mailet("text", TEXT), mail);
        MimeMultipart mixed = (MimeMultipart) message.getContent();
        MimeMultipart alternative = (MimeMultipart) mixed.getBodyPart(0).getContent();
        MimeMultipart related = (MimeMultipart) alternative.getBodyPart(1).getContent();
        assertThat(alternative.getBodyPart(0).getContent().toString())
                .isEqualTo(PLAIN + "\r\n\r\nAhoj");
        assertThat(related.getBodyPart(0).getContent().toString())
                .contains("<body class=\"b\">" + AS_HTML + "<b>Čau</b>")
                .contains("charset=\"UTF-8\"")
                .doesNotContain("iso-8859-2");
        assertThat(related.getBodyPart(1).getContent()).isEqualTo("not shown");
        assertThat(mixed.getBodyPart(1).getContent()).isEqualTo("notes");
    }

    @Test
    void theOperatorsOwnHtmlMayStandAtTheBottom() throws Exception {
        MimeMessage message =
                served(
                        mailet(
                                "text", "Regards, {{domain}}",
                                "html", "<hr>Regards, <i>{{domain}}</i>",
                                "place", "bottom"),
                        mail("Content-Type: text/html\n\n<p>Hello<p>you\n"));
        assertThat(message.getContent().toString())
                .matches("(?s).*<p>Hello</p><p>you\\s*</p>\\s*<hr>Regards, <i>x\\.example</i>.*");
    }

    @Test
    void whatPassesTwiceHasItOnce() throws Exception {
        AddNotice mailet = mailet("text", TEXT);
        FakeMail mail = mail("Subject: x\n\nAhoj\n");
        mailet.service(mail);
        assertThat(served(mailet, mail).getContent().toString()).containsOnlyOnce("Pozor");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                Content-Type: multipart/signed; boundary=s; protocol="application/pgp-signature"

                --s
                Content-Type: text/plain

                Ahoj
                --s
                Content-Type: application/pgp-signature

                xxx
                --s--
                """,
                """
                Content-Type: multipart/mixed; boundary=m

                --m
                Content-Type: multipart/signed; boundary=s

                --s
                Content-Type: text/plain

                Ahoj
                --s--
                --m
                Content-Type: text/plain

                list footer
                --m--
                """,
                """
                Content-Type: multipart/encrypted; boundary=s

                --s
                Content-Type: text/plain

                Version: 1
                --s--
                """,
                """
                Content-Type: application/pkcs7-mime; smime-type=enveloped-data
                Content-Transfer-Encoding: base64

                QUJD
                """,
                """
                Content-Type: text/plain

                -----BEGIN PGP SIGNED MESSAGE-----

                Ahoj
                """,
                """
                Content-Type: application/pdf
                Content-Transfer-Encoding: base64

                QUJD
                """,
                """
                Content-Type: text/plain; charset=x-martian

                Ahoj
                """,
                """
                Content-Type: multipart/mixed; boundary=never

                no part at all
                """
            })
    void whatMustNotOrCannotBeChangedKeepsEveryOctet(String message) throws Exception {
        FakeMail mail = mail("Message-ID: <1@x>\n" + message);
        byte[] before = octets(mail);
        mailet("text", TEXT).service(mail);
        assertThat(octets(mail)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "html|x|AddNotice: text is missing; expected a Mustache template of 1 to 10000"
                        + " characters, for example <text>From outside: {{sender}}</text>",
                "text|{{#open}}|AddNotice: text = '{{#open}}' is not valid; expected a Mustache"
                        + " template of 1 to 10000 characters, for example <text>From outside:"
                        + " {{sender}}</text>",
                "banner|x|AddNotice: <banner> is not known here; expected <html>, <place>, <text>"
            })
    void aWrongParameterStopsTheStart(String name, String value, String message) {
        assertThatThrownBy(() -> mailet(name, value))
                .isInstanceOf(MessagingException.class)
                .hasMessage(message);
    }
}
