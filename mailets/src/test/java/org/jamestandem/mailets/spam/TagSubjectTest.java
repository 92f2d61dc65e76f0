package org.jamestandem.mailets.spam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.mail.MessagingException;
import org.apache.mailet.base.test.FakeMail;
import org.apache.mailet.base.test.FakeMailetConfig;
import org.jamestandem.mailets.decisions.RecordedDecisions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TagSubjectTest {
    private static TagSubject mailet(String tag) throws MessagingException {
        TagSubject mailet = new TagSubject(RecordedDecisions.unread());
        mailet.init(FakeMailetConfig.builder().setProperty("tag", tag).build());
        return mailet;
    }

    private static TagSubject mailet() throws MessagingException {
        TagSubject mailet = new TagSubject(RecordedDecisions.unread());
        mailet.init(FakeMailetConfig.builder().build());
        return mailet;
    }

    private static String bytes(FakeMail mail) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        mail.getMessage().writeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Subject: Win now; [SPAM] Win now",
                "Subject:; [SPAM]",
                "X-Other: no subject at all; [SPAM]",
                "Subject: [SPAM] Win now; [SPAM] Win now",
                "Subject: =?utf-8?q?V=C3=BDhra?=; [SPAM] Výhra",
                "Subject: =?utf-8?q?=5BSPAM=5D_V=C3=BDhra?=; [SPAM] Výhra",
                "Subject: =?iso-8859-2?q?V=FDhra?= =?utf-8?b?xZllxI0=?=; [SPAM] Výhrařeč",
                "Subject: Výhra v hlavičce bez kódování; [SPAM] Výhra v hlavičce bez kódování",
                "Subject: =?utf-8?q?broken; [SPAM] =?utf-8?q?broken"
            })
    void theSubjectIsTaggedAsPeopleReadIt(String line, String expected) throws Exception {
        FakeMail mail = SpamMails.withHeader("From: a@b.example", line);
        mailet().service(mail);
        assertThat(mail.getMessage().getSubject()).isEqualTo(expected);
    }

    @Test
    void anUnknownCharsetStaysAsItStands() throws Exception {
        FakeMail mail = SpamMails.withHeader("Subject: =?x-none?q?abc?=");
        mailet().service(mail);
        assertThat(mail.getMessage().getHeader("Subject", null))
                .isEqualTo("[SPAM] =?x-none?q?abc?=");
    }

    @Test
    void bytesOfNoKnownCharsetAreStillTagged() throws Exception {
        FakeMail mail =
                SpamMails.fromBytes(
                        "Subject: V\u00fdhra\r\n\r\nx\r\n".getBytes(StandardCharsets.ISO_8859_1));
        mailet().service(mail);
        assertThat(mail.getMessage().getSubject()).isEqualTo("[SPAM] V\u00fdhra");
    }

    @Test
    void aSecondPassChangesNothing() throws Exception {
        FakeMail mail = SpamMails.withHeader("Subject: =?utf-8?q?V=C3=BDhra?=");
        mailet("[PODEZŘELÉ]").service(mail);
        String once = bytes(mail);
        mailet("[PODEZŘELÉ]").service(mail);
        assertThat(bytes(mail)).isEqualTo(once);
        assertThat(mail.getMessage().getSubject()).isEqualTo("[PODEZŘELÉ] Výhra");
    }

    @Test
    void everythingButTheSubjectStaysEvenWhenMimeIsBroken() throws Exception {
        String rest =
                "Message-ID: <1@b.example>\r\nMIME-Version: 1.0\r\nContent-Type:"
                        + " multipart/mixed\r\n\r\n--x\r\n\r\nno such boundary\r\n";
        FakeMail mail =
                SpamMails.fromBytes(("Subject: Hi\r\n" + rest).getBytes(StandardCharsets.UTF_8));
        mailet().service(mail);
        assertThat(bytes(mail)).isEqualTo("Subject: [SPAM] Hi\r\n" + rest);
    }

    @Test
    void aLineBreakInASubjectForgesNoHeader() throws Exception {
        FakeMail mail = SpamMails.withHeader("Subject: =?utf-8?q?a=0D=0AX-Forged:_1?=");
        mailet().service(mail);
        assertThat(bytes(mail)).doesNotContain("\nX-Forged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\nb", "01234567890123456789012345678901234567890"})
    void aTagThatCannotBeStopsTheStart(String tag) {
        assertThatThrownBy(() -> mailet(tag))
                .isInstanceOf(MessagingException.class)
                .hasMessage(
                        "TagSubject: tag = '"
                                + tag
                                + "' is not valid; expected a text of 1 to 40 characters without"
                                + " line breaks, for example <tag>[SPAM]</tag>");
    }

    @Test
    void anUnknownParameterStopsTheStart() {
        assertThatThrownBy(
                        () ->
                                new TagSubject(RecordedDecisions.unread())
                                        .init(
                                                FakeMailetConfig.builder()
                                                        .setProperty("subjectPrefix", "[x]")
                                                        .build()))
                .isInstanceOf(MessagingException.class)
                .hasMessage("TagSubject: <subjectPrefix> is not known here; expected <tag>");
    }
}
