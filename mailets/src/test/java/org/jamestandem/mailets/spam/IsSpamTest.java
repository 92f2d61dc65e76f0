package org.jamestandem.mailets.spam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jamestandem.mailets.spam.SpamMails.ANNA;
import static org.jamestandem.mailets.spam.SpamMails.BOB;
import static org.jamestandem.mailets.spam.SpamMails.CAROL;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import javax.mail.MessagingException;
import javax.mail.internet.MimeMessage;
import org.apache.james.core.MailAddress;
import org.apache.james.server.core.configuration.FileConfigurationProvider;
import org.apache.mailet.Attribute;
import org.apache.mailet.AttributeName;
import org.apache.mailet.AttributeValue;
import org.apache.mailet.PerRecipientHeaders.Header;
import org.apache.mailet.base.test.FakeMail;
import org.apache.mailet.base.test.FakeMatcherConfig;
import org.jamestandem.kernel.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsSpamTest {
    private static final SpamThresholds SCANNER = SpamThresholds.same(SpamThreshold.SCANNER);

    private static SpamThresholds thresholds(String spam) throws Exception {
        return SpamThresholds.read(
                Settings.of(
                        "tandem.xml",
                        FileConfigurationProvider.getConfig(
                                        new ByteArrayInputStream(
                                                spam.getBytes(StandardCharsets.UTF_8)))
                                .getNodeModel()
                                .getNodeHandler()
                                .getRootNode()));
    }

    private static IsSpam matcher(SpamThresholds thresholds, String condition)
            throws MessagingException {
        IsSpam matcher = new IsSpam(thresholds);
        matcher.init(
                FakeMatcherConfig.builder().matcherName("IsSpam").condition(condition).build());
        return matcher;
    }

    private static Collection<MailAddress> match(String condition, FakeMail mail)
            throws MessagingException {
        return matcher(SCANNER, condition).match(mail);
    }

    private static Header header(String name, String value) {
        return Header.builder().name(name).value(value).build();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Spam-Status: Yes, score=7.3 required=5.0 tests=BAYES_99",
                "X-Spam-Status: yes, hits=7.3 required=5.0",
                "X-Spam-Flag: YES",
                "x-spam-flag:  Yes",
                "X-Spam: Yes",
                "X-Spamd-Result: default: True [16.10 / 15.00]; BAYES_SPAM(5.10)[99.99%]"
            })
    void whatAScannerInFrontCallsSpamIsSpamForEveryRecipient(String line) throws Exception {
        FakeMail mail = SpamMails.withHeader("Subject: x", line);
        assertThat(match(null, mail)).containsExactlyInAnyOrder(ANNA, BOB, CAROL);
        assertThat(match("read=header", mail)).hasSize(3);
        assertThat(match("read=james", mail)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Spam-Status: No, score=-0.1 required=5.0",
                "X-Spam-Status:",
                "X-Spam-Status: Yesterday",
                "X-Spam-Flag: NO",
                "X-Spam-Score: 99",
                "X-Spamd-Result: default: False [3.10 / 15.00]",
                "X-Spamd-Result: broken [",
                "Subject: X-Spam-Flag: YES"
            })
    void otherMailIsNot(String line) throws Exception {
        assertThat(match(null, SpamMails.withHeader(line))).isEmpty();
    }

    @Test
    void aFoldedStatusIsReadWhole() throws Exception {
        FakeMail mail =
                SpamMails.withHeader("X-Spam-Status: No,", "\tscore=7.3", "\trequired=15.0");
        assertThat(match("7", mail)).hasSize(3);
        assertThat(match("8", mail)).isEmpty();
    }

    @Test
    void aMailWithoutMessageOrWithoutHeaderIsNot() throws Exception {
        FakeMail none = FakeMail.builder().name("m1").recipients(ANNA).build();
        assertThat(match(null, none)).isEmpty();
        assertThat(match(null, SpamMails.fromBytes(new byte[0]))).isEmpty();
        assertThat(
                        match(
                                null,
                                SpamMails.fromBytes(
                                        "\0\1\2 no header".getBytes(StandardCharsets.US_ASCII))))
                .isEmpty();
    }

    @Test
    void aHeaderThatCannotBeReadHoldsNoVerdict() throws Exception {
        FakeMail mail = SpamMails.withHeader("Subject: x");
        mail.setMessage(
                new MimeMessage(mail.getMessage()) {
                    @Override
                    public String[] getHeader(String name) throws MessagingException {
                        throw new MessagingException("disk failed");
                    }
                });
        mail.addSpecificHeaderForRecipient(header("org.apache.james.rspamd.flag", "YES"), BOB);
        assertThat(match(null, mail)).containsExactly(BOB);
    }

    @ParameterizedTest
    @CsvSource({"5, true", "6.5, true", "6.6, false", "threshold=6.5, true", "scanner, false"})
    void aThresholdIsReachedFromItsScoreOn(String condition, boolean spam) throws Exception {
        FakeMail mail = SpamMails.withHeader("X-Spam-Score: 6.5 (++++++)");
        assertThat(match(condition, mail)).hasSize(spam ? 3 : 0);
    }

    @Test
    void aThresholdAboveTheScannersLetsItsSpamPass() throws Exception {
        FakeMail mail = SpamMails.withHeader("X-Spam-Status: Yes, score=6 required=5");
        assertThat(match("9", mail)).isEmpty();
    }

    @Test
    void whereTheScannerGaveNoScoreItsWordCounts() throws Exception {
        assertThat(match("9", SpamMails.withHeader("X-Spam-Flag: YES"))).hasSize(3);
        assertThat(match("-9", SpamMails.withHeader("X-Spam-Flag: NO"))).isEmpty();
        assertThat(match("-9", SpamMails.withHeader("Subject: nobody scanned"))).isEmpty();
    }

    @Test
    void aForgedNoHidesNothing() throws Exception {
        FakeMail mail =
                SpamMails.withHeader(
                        "X-Spam-Status: No, score=-50 required=5",
                        "X-Spam-Status: Yes, score=7 required=5");
        assertThat(match(null, mail)).hasSize(3);
        assertThat(match("7", mail)).hasSize(3);
    }

    @Test
    void aVerdictForOneRecipientMatchesOnlyThatOne() throws Exception {
        FakeMail mail = SpamMails.withHeader("Subject: x");
        mail.addSpecificHeaderForRecipient(
                header(
                        "org.apache.james.rspamd.status",
                        "Yes, actions=add header score=7.5 requiredScore=15.0"),
                BOB);
        mail.addSpecificHeaderForRecipient(
                header("org.apache.james.spamassassin.status", "No, hits=3.2 required=5.0"), CAROL);
        assertThat(match(null, mail)).containsExactly(BOB);
        assertThat(match("read=james", mail)).containsExactly(BOB);
        assertThat(match("3", mail)).containsExactlyInAnyOrder(BOB, CAROL);
        assertThat(match("read=header", mail)).isEmpty();
    }

    @Test
    void aVerdictInMailAttributesCountsForAll() throws Exception {
        FakeMail mail = SpamMails.withHeader("Subject: x");
        mail.setAttribute(
                new Attribute(
                        AttributeName.of("org.apache.james.spamassassin.flag"),
                        AttributeValue.of("YES")));
        assertThat(match(null, mail)).hasSize(3);
    }

    @Test
    void anAttributeOfAnotherTypeIsNoVerdict() throws Exception {
        FakeMail mail = SpamMails.withHeader("Subject: x");
        mail.setAttribute(
                new Attribute(
                        AttributeName.of("org.apache.james.spamassassin.flag"),
                        AttributeValue.of(7)));
        assertThat(match(null, mail)).isEmpty();
    }

    @Test
    void userBeforeDomainBeforeAll() throws Exception {
        SpamThresholds thresholds =
                thresholds(
                        "<spam><threshold>9</threshold><domain"
                                + " name='Tandem.Example'><threshold>6</threshold></domain><user"
                                + " name='Bob@tandem.example'><threshold>scanner</threshold></user>"
                                + "</spam>");
        FakeMail six = SpamMails.withHeader("X-Spam-Status: No, score=6 required=15");
        FakeMail nine = SpamMails.withHeader("X-Spam-Status: No, score=9 required=15");
        FakeMail flagged = SpamMails.withHeader("X-Spam-Status: Yes, score=5 required=5");
        assertThat(matcher(thresholds, null).match(six)).containsExactly(ANNA);
        assertThat(matcher(thresholds, null).match(nine)).containsExactlyInAnyOrder(ANNA, CAROL);
        assertThat(matcher(thresholds, null).match(flagged)).containsExactly(BOB);
        assertThat(matcher(thresholds, "6").match(six)).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "high| IsSpam: threshold = 'high' is not valid; expected scanner or a number from"
                        + " -1000 to 1000, for example IsSpam=threshold=6.5",
                "NaN| IsSpam: threshold = 'NaN' is not valid; expected scanner or a number from"
                        + " -1000 to 1000, for example IsSpam=threshold=6.5",
                "5,read=headers| IsSpam: read = 'headers' is not valid; expected one of all, james,"
                        + " header, for example IsSpam=read=all",
                "5,6| IsSpam: '6' is not known here; expected read=..., threshold=..."
            })
    void aWrongConditionStopsTheStart(String condition, String message) {
        assertThatThrownBy(() -> match(condition, null))
                .isInstanceOf(MessagingException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<threshold>x</threshold>| tandem.xml: spam/threshold = 'x' is not valid; expected"
                        + " scanner or a number from -1000 to 1000, for example"
                        + " <threshold>6.5</threshold>",
                "<domain name='a.b'/>| tandem.xml: spam/domain: <threshold> is missing",
                "<user><threshold>1</threshold></user>| tandem.xml: spam/user: name=\"...\" is"
                        + " missing",
                "<user name='bob'><threshold>1</threshold></user>| tandem.xml: spam/user[@name] ="
                        + " 'bob' is not valid; expected a mail address, for example"
                        + " name=\"anna@example.org\"",
                "<domain name='a.b'><threshold>1</threshold></domain><domain"
                        + " name='A.B'><threshold>2</threshold></domain>| tandem.xml: spam/domain:"
                        + " name=\"a.b\" is given twice",
                "<limit/>| tandem.xml: spam: <limit> is not known here; expected <domain>,"
                        + " <threshold>, <user>"
            })
    void wrongSettingsStopTheStart(String inside, String message) {
        assertThatThrownBy(() -> thresholds("<spam>" + inside + "</spam>")).hasMessage(message);
    }
}
