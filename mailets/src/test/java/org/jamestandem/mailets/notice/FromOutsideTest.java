package org.jamestandem.mailets.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.mailet.Attribute;
import org.apache.mailet.AttributeValue;
import org.apache.mailet.Mail;
import org.apache.mailet.base.test.FakeMail;
import org.apache.mailet.base.test.FakeMatcherConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FromOutsideTest {
    private static FromOutside matcher(String condition) throws Exception {
        FromOutside matcher = new FromOutside(Domains.of("example.org"));
        matcher.init(
                FakeMatcherConfig.builder()
                        .matcherName("FromOutside")
                        .condition(condition)
                        .build());
        return matcher;
    }

    @ParameterizedTest
    @CsvSource({
        "eve@elsewhere.example, false, true",
        "anna@example.org, false, true",
        "anna@example.org, true, false",
        "anna@Example.ORG, true, false",
        "eve@elsewhere.example, true, true"
    })
    void mailIsFromOutsideUnlessSomebodyLoggedInSendsFromHere(
            String sender, boolean loggedIn, boolean matches) throws Exception {
        FakeMail.Builder mail =
                FakeMail.builder()
                        .name("m1")
                        .sender(sender)
                        .recipients("bob@example.org", "eve@elsewhere.example");
        if (loggedIn) {
            mail.attribute(new Attribute(Mail.SMTP_AUTH_USER, AttributeValue.of("anna")));
        }
        assertThat(matcher("").match(mail.build())).hasSize(matches ? 2 : 0);
    }

    @Test
    void whatTheServerItselfSendsIsNotFromOutside() throws Exception {
        FakeMail mail =
                FakeMail.builder()
                        .name("m1")
                        .sender(MailAddress.nullSender())
                        .recipients("bob@example.org")
                        .build();
        assertThat(matcher("").match(mail)).isEmpty();
    }

    @Test
    void anUnknownConditionStopsTheStart() {
        assertThatThrownBy(() -> matcher("example.org=yes"))
                .isInstanceOf(MessagingException.class)
                .hasMessage("FromOutside: 'example.org=yes' is not known here; expected none");
    }
}
