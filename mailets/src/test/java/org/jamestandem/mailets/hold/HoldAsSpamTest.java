package org.jamestandem.mailets.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jamestandem.mailets.hold.HoldWorld.PATIENCE;

import javax.mail.MessagingException;
import org.apache.james.core.Username;
import org.apache.mailet.Mail;
import org.apache.mailet.base.test.FakeMail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoldAsSpamTest {
    private static final Username ANNA = Username.of("anna@example.org");

    private final HoldWorld world = HoldWorld.usual();

    private HeldMail onlyOneOf(Username owner) {
        return world.mails.of(owner).single().block(PATIENCE);
    }

    @Test
    void theMailIsHeldFromEachRecipientAndGoesNoFurther() throws Exception {
        FakeMail mail = world.hold("m1", "anna@example.org", "bob@example.cz");
        assertThat(mail.getState()).isEqualTo(Mail.GHOST);
        assertThat(mail.getRecipients()).isEmpty();
        assertThat(world.repository.size()).isEqualTo(2);
        HeldMail annas = onlyOneOf(ANNA);
        assertThat(annas.recipient()).isEqualTo("anna@example.org");
        assertThat(annas.subject()).isEqualTo("m1");
        assertThat(annas.sender()).isEqualTo("w@elsewhere.example");
        assertThat(annas.at()).isEqualTo(HoldWorld.SIX);
        assertThat(annas.unsubscribe()).isEmpty();
    }

    @Test
    void aMailThatJamesDoesASecondTimeIsHeldOnce() throws Exception {
        world.hold("m1", "anna@example.org");
        world.hold("m1", "anna@example.org");
        assertThat(world.repository.size()).isEqualTo(1);
        assertThat(onlyOneOf(ANNA).subject()).isEqualTo("m1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Subject: =?UTF-8?B?xb1sdcWlb3XEjWvDvQ==?=; Žluťoučký",
                "Subject: Žluťoučký; Žluťoučký",
                "Subject: =?x-unknown?Q?abc?=; =?x-unknown?Q?abc?=",
                "Subject: =?UTF-8?Q?two=0D=0Alines?=; two lines",
                "X-Other: 1; ''"
            })
    void theSubjectIsKeptAsPeopleReadIt(String header, String expected) throws Exception {
        world.mailet().service(HoldWorld.mail("m1", header, "anna@example.org"));
        assertThat(onlyOneOf(ANNA).subject()).isEqualTo(expected);
    }

    @Test
    void aSubjectWithoutEndIsCutBetweenCharacters() throws Exception {
        String header = "Subject: =?UTF-8?Q?a" + "=F0=9F=98=80".repeat(150) + "?=";
        world.mailet().service(HoldWorld.mail("m1", header, "anna@example.org"));
        assertThat(onlyOneOf(ANNA).subject()).isEqualTo("a" + "\uD83D\uDE00".repeat(99));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "List-Unsubscribe: <mailto:u@x.example>, <https://x.example/u?1>;"
                        + " List-Unsubscribe=One-Click; https://x.example/u?1",
                "List-Unsubscribe: <https://x.example/u>; -; ''",
                "List-Unsubscribe: <https://x.example/u>; Other=Yes; ''",
                "List-Unsubscribe: <http://x.example/u>; List-Unsubscribe=One-Click; ''",
                "List-Unsubscribe: <javascript:alert(1)>; List-Unsubscribe=One-Click; ''",
                "X-Other: 1; List-Unsubscribe=One-Click; ''"
            })
    void onlyASecurePlaceForOneClickIsKept(String line, String post, String expected)
            throws Exception {
        String header = post == null ? line : line + "\nList-Unsubscribe-Post: " + post;
        world.mailet().service(HoldWorld.mail("m1", header, "anna@example.org"));
        assertThat(onlyOneOf(ANNA).unsubscribe()).isEqualTo(expected);
    }

    @Test
    void aMailThatCannotBeHeldGoesOn() throws Exception {
        FakeMail mail = FakeMail.builder().name("m1").recipients("anna@example.org").build();
        world.mailet().service(mail);
        assertThat(mail.getState()).isNotEqualTo(Mail.GHOST);
        assertThat(mail.getRecipients()).hasSize(1);
    }

    @Test
    void whereTheOperatorSaysSoAFailureIsJamesBusiness() throws Exception {
        FakeMail mail = FakeMail.builder().name("m1").recipients("anna@example.org").build();
        HoldAsSpam mailet = world.mailet("onMailetException", "propagate");
        assertThatThrownBy(() -> mailet.service(mail)).isInstanceOf(MessagingException.class);
    }

    @Test
    void withoutAPublicUrlTheStartStops() {
        assertThatThrownBy(() -> new HoldWorld("").mailet())
                .isInstanceOf(MessagingException.class)
                .hasMessage(
                        "HoldAsSpam: tandem.xml: tandem/mailets/public-url is missing; expected a"
                                + " URL that begins with http:// or https://, without ? or #, for"
                                + " example <public-url>https://mail.example.org/</public-url>");
    }

    @Test
    void anUnknownParameterStopsTheStart() {
        assertThatThrownBy(() -> world.mailet("folder", "Spam"))
                .isInstanceOf(MessagingException.class)
                .hasMessage("HoldAsSpam: <folder> is not known here; expected none");
    }
}
