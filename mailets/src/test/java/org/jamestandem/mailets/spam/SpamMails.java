package org.jamestandem.mailets.spam;

import java.nio.charset.StandardCharsets;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.james.util.MimeMessageUtil;
import org.apache.mailet.base.test.FakeMail;

/** Mails as bytes, the way they come in. */
final class SpamMails {
    static final MailAddress ANNA = address("anna@tandem.example");
    static final MailAddress BOB = address("bob@tandem.example");
    static final MailAddress CAROL = address("carol@other.example");

    private SpamMails() {}

    static FakeMail withHeader(String... lines) throws MessagingException {
        return fromBytes(
                (String.join("\r\n", lines) + "\r\n\r\nText\r\n").getBytes(StandardCharsets.UTF_8));
    }

    static FakeMail fromBytes(byte[] message) throws MessagingException {
        return FakeMail.builder()
                .name("m1")
                .mimeMessage(MimeMessageUtil.mimeMessageFromBytes(message))
                .recipients(ANNA, BOB, CAROL)
                .build();
    }

    static MailAddress address(String text) {
        try {
            return new MailAddress(text);
        } catch (MessagingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
