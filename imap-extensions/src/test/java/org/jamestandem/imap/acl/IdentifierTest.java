package org.jamestandem.imap.acl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jamestandem.imap.acl.Subject.Group;
import org.jamestandem.imap.acl.Subject.Special;
import org.jamestandem.imap.acl.Subject.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierTest {
    @Test
    void aPlainNameIsAUser() {
        assertThat(Identifier.parse("Bob@Tandem.Example"))
                .isEqualTo(Identifier.of(new User("bob@tandem.example")));
    }

    @Test
    void aDollarMarksAGroup() {
        assertThat(Identifier.parse("$Sales")).isEqualTo(Identifier.of(new Group("sales")));
    }

    @Test
    void aDashTakesRightsAway() {
        assertThat(Identifier.parse("-$sales")).isEqualTo(Identifier.negative(new Group("sales")));
    }

    @ParameterizedTest
    @CsvSource({"anyone, ANYONE", "Anyone, ANYONE", "authenticated, AUTHENTICATED", "owner, OWNER"})
    void reservedNamesAreReserved(String text, Special special) {
        assertThat(Identifier.parse(text)).isEqualTo(Identifier.of(special));
    }

    @Test
    void theSpellingOfStockJamesIsAUserToClients() {
        assertThat(Identifier.parse("anybody")).isEqualTo(Identifier.of(new User("anybody")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bob", "-bob@tandem.example", "$sales", "-$sales", "-anyone", "owner"})
    void theCanonicalTextIsReadBack(String text) {
        assertThat(Identifier.parse(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "$", "-$", " ", "--bob", "$$sales", "-$-sales", "\u00AD"})
    void withoutANameThereIsNoIdentifier(String text) {
        assertThatThrownBy(() -> Identifier.parse(text)).isInstanceOf(InvalidIdentifier.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bob\r\n* OK", "bob\u0007", "bob\u200E", "bob\uE000", "bob\uD800"})
    void controlCharactersAreRefused(String text) {
        assertThatThrownBy(() -> Identifier.parse(text))
                .isInstanceOf(InvalidIdentifier.class)
                .hasMessage("The identifier has a character that is not allowed");
    }

    /** The examples of RFC 4013 §3. */
    @ParameterizedTest
    @CsvSource({"I\u00ADX, IX", "user, user", "\u00AA, a", "\u2168, IX", "a\u00A0b, a b"})
    void preparationFollowsSaslPrep(String text, String prepared) {
        assertThat(SaslPrep.prepare(text)).isEqualTo(prepared);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0627\u0031", "a\u0627", "\u0627b\u0627"})
    void mixedWritingDirectionsAreRefused(String text) {
        assertThatThrownBy(() -> SaslPrep.prepare(text))
                .isInstanceOf(InvalidIdentifier.class)
                .hasMessage("The identifier mixes writing directions");
    }

    @Test
    void aNameInOneDirectionIsFine() {
        assertThat(SaslPrep.prepare("\u0627\u0628")).isEqualTo("\u0627\u0628");
    }
}
