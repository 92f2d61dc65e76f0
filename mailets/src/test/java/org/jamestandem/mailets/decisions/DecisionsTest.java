package org.jamestandem.mailets.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import javax.mail.internet.MimeMessage;
import org.apache.james.user.memory.MemoryUsersRepository;
import org.apache.mailet.Mailet;
import org.apache.mailet.base.test.FakeMail;
import org.apache.mailet.base.test.FakeMailetConfig;
import org.jamestandem.kernel.audit.AuditAction;
import org.jamestandem.kernel.audit.Deed;
import org.jamestandem.mailets.spam.FileAsSpam;
import org.jamestandem.mailets.spam.TagSubject;
import org.junit.jupiter.api.Test;

class DecisionsTest {
    private static final String ANNA = "anna@example.org";
    private static final String BOB = "bob@example.org";

    private final RecordedDecisions recorded = new RecordedDecisions(Clock.systemUTC());

    private static FakeMail mail(String header) throws Exception {
        byte[] text = (header + "\r\n\r\nText\r\n").getBytes(StandardCharsets.US_ASCII);
        return FakeMail.builder()
                .name("mail-1")
                .recipients(ANNA, BOB)
                .mimeMessage(new MimeMessage(null, new ByteArrayInputStream(text)))
                .build();
    }

    private static void serve(Mailet mailet, FakeMail mail) throws Exception {
        mailet.init(FakeMailetConfig.builder().build());
        mailet.service(mail);
    }

    private Mailet fileAsSpam() {
        return new FileAsSpam(MemoryUsersRepository.withVirtualHosting(null), recorded.decisions());
    }

    @Test
    void aFiledMailHasARecordForEachRecipientWithTheScore() throws Exception {
        serve(fileAsSpam(), mail("Message-ID: <1@x>\r\nX-Spam-Status: Yes, score=7.30"));
        Deed filed = new Deed(AuditAction.FILED, "FileAsSpam, score 7.3", "Spam", of("<1@x>"));
        assertThat(recorded.of(ANNA)).containsExactly(filed);
        assertThat(recorded.of(BOB)).containsExactly(filed);
    }

    @Test
    void aTaggedMailHasOneRecordHoweverOftenItPasses() throws Exception {
        Mailet mailet = new TagSubject(recorded.decisions());
        FakeMail mail = mail("Message-ID: <1@x>\r\nSubject: prize\r\nX-Spam-Flag: YES");
        serve(mailet, mail);
        mailet.service(mail);
        assertThat(recorded.of(ANNA))
                .containsExactly(
                        new Deed(
                                AuditAction.TAGGED,
                                "TagSubject, the scanner says so",
                                "",
                                of("<1@x>")));
    }

    @Test
    void aMailWithoutAMessageIdGoesByItsName() throws Exception {
        serve(fileAsSpam(), mail("Subject: x"));
        assertThat(recorded.of(ANNA))
                .containsExactly(
                        new Deed(
                                AuditAction.FILED,
                                "FileAsSpam, no scanner said anything",
                                "Spam",
                                of("mail-1")));
    }

    private static List<String> of(String id) {
        return List.of(id);
    }
}
