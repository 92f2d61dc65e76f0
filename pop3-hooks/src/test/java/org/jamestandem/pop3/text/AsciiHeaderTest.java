package org.jamestandem.pop3.text;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.junit.jupiter.api.Test;

class AsciiHeaderTest {
    @Test
    void aSubjectSaysTheSame() throws IOException {
        assertThat(
                        parsed("Subject: Žluťoučký kůň úpěl ďábelské ódy, a to už podruhé\r\n\r\n")
                                .getSubject())
                .isEqualTo("Žluťoučký kůň úpěl ďábelské ódy, a to už podruhé");
    }

    @Test
    void aNameBesideAnAsciiAddressSaysTheSame() throws IOException {
        Message message = parsed("From: Jürgen Müller <jm@example.org>\r\n\r\n");
        assertThat(message.getFrom().get(0).getName()).isEqualTo("Jürgen Müller");
        assertThat(message.getFrom().get(0).getAddress()).isEqualTo("jm@example.org");
    }

    @Test
    void anAddressThatAsciiCannotSayIsShownAndTakenAway() throws IOException {
        String header = ascii("To: Jürgen <jürgen@exämple.org>, bob@example.org\r\n\r\n");
        assertThat(header.replaceAll("\r\n(?=[ \t])", ""))
                .contains("Internationalized address =?", "removed:;", "bob@example.org")
                .doesNotContain("<j");
    }

    @Test
    void aFileNameBecomesAnEncodedParameter() throws IOException {
        assertThat(ascii("Content-Disposition: attachment; filename=\"výkaz 1.pdf\"\r\n\r\n"))
                .contains("filename*=utf-8''v%C3%BDkaz%201.pdf");
    }

    @Test
    void otherFieldsAndTheBodyAreNotTouched() throws IOException {
        String rest = "X-A:  odd   spaces\r\n\tgo on\r\n";
        String body = "\r\nGrüße\r\nSubject: ü\r\n";
        String text = text("Subject: ü\r\n" + rest + body);
        assertThat(text).endsWith(rest + body);
        assertThat(text.substring(0, text.indexOf(rest)).chars()).allMatch(c -> c < 0x80);
    }

    @Test
    void aMessageWithoutBodyIsReadToItsEnd() throws IOException {
        assertThat(text("Subject: plain")).isEqualTo("Subject: plain");
        assertThat(text("")).isEmpty();
    }

    private static Message parsed(String message) throws IOException {
        return new DefaultMessageBuilder()
                .parseMessage(new ByteArrayInputStream(ascii(message).getBytes(US_ASCII)));
    }

    private static String ascii(String message) throws IOException {
        String text = text(message);
        assertThat(text.chars()).allMatch(c -> c < 0x80);
        return text;
    }

    private static String text(String message) throws IOException {
        return new String(
                new AsciiHeader(new ByteArrayInputStream(message.getBytes(UTF_8))).readAllBytes(),
                UTF_8);
    }
}
