package org.jamestandem.distribution.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import javax.mail.Message.RecipientType;
import javax.mail.Session;
import javax.mail.internet.MimeMessage;
import org.apache.commons.io.IOUtils;
import org.junit.jupiter.api.Test;

class SampleMessageTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC);

    @Test
    void datesAreCountedFromTheStartAndRise() throws Exception {
        List<Instant> dates = new ArrayList<>();
        for (SampleMessage sample : SampleMessage.all()) {
            dates.add(parsed(sample).getSentDate().toInstant());
        }
        assertThat(dates)
                .isSorted()
                .allMatch(date -> date.isBefore(CLOCK.instant()))
                .last()
                .isEqualTo(Instant.parse("2026-11-23T09:00:00Z"));
    }

    @Test
    void everyMessageIsAsciiWithAnIdOfItsOwn() throws Exception {
        List<String> ids = new ArrayList<>();
        for (SampleMessage sample : SampleMessage.all()) {
            ids.add(sample.messageId());
            assertThat(sample.content(CLOCK)).matches("\\p{ASCII}+");
        }
        assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(10);
    }

    @Test
    void referencesLeadToMessagesOfTheSet() throws Exception {
        List<String> ids = new ArrayList<>();
        int answers = 0;
        for (SampleMessage sample : SampleMessage.all()) {
            String references = parsed(sample).getHeader("References", null);
            if (references != null) {
                answers++;
                assertThat(ids).contains(references.trim().split("\\s+"));
            }
            ids.add(sample.messageId());
        }
        assertThat(answers).isGreaterThan(2);
    }

    @Test
    void everybodyGetsSomethingAndNobodyOutside() throws Exception {
        List<String> recipients = new ArrayList<>();
        for (SampleMessage sample : SampleMessage.all()) {
            recipients.addAll(sample.recipients());
            assertThat(parsed(sample).getRecipients(RecipientType.TO)).isNotEmpty();
        }
        assertThat(recipients)
                .contains("anna@tandem.example", "bob@tandem.example", "carol@tandem.example")
                .allMatch(recipient -> recipient.endsWith("@" + Samples.DOMAIN));
    }

    @Test
    void newsletterAndSpamAreMarked() throws Exception {
        List<String> headers = new ArrayList<>();
        for (SampleMessage sample : SampleMessage.all()) {
            parsed(sample)
                    .getAllHeaders()
                    .asIterator()
                    .forEachRemaining(header -> headers.add(header.getName()));
        }
        assertThat(headers).contains("List-Unsubscribe", "List-Unsubscribe-Post", "X-Spam-Flag");
    }

    private static MimeMessage parsed(SampleMessage sample) throws Exception {
        return new MimeMessage(
                Session.getInstance(new Properties()),
                IOUtils.toInputStream(
                        sample.content(CLOCK).replace("\n", "\r\n"), StandardCharsets.US_ASCII));
    }
}
