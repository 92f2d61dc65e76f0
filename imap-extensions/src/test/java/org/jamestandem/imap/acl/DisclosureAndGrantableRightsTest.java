package org.jamestandem.imap.acl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisclosureAndGrantableRightsTest {
    @ParameterizedTest
    @CsvSource({"la, FULL", "lrswipkxte, REFUSED", "a, NOT_FOUND", "'', NOT_FOUND"})
    void administrationNeedsAAndRevealsNothingWithoutL(String rights, AclDisclosure disclosure) {
        assertThat(AclDisclosure.forAdministration(Rights.parse(rights))).isEqualTo(disclosure);
    }

    @ParameterizedTest
    @CsvSource({
        "l, FULL",
        "r, FULL",
        "i, FULL",
        "k, FULL",
        "x, FULL",
        "a, FULL",
        "swpte, NOT_FOUND"
    })
    void myRightsNeedsOneOfSix(String rights, AclDisclosure disclosure) {
        assertThat(AclDisclosure.forMyRights(Rights.parse(rights))).isEqualTo(disclosure);
    }

    @Test
    void anybodyElseNeedsNothingAndCanHaveEachRightAlone() {
        GrantableRights grantable = GrantableRights.to(Identifier.parse("bob"));

        assertThat(grantable.required()).isEmpty();
        assertThat(grantable.optional())
                .containsExactly("l", "r", "s", "w", "i", "p", "k", "x", "t", "e", "a", "c", "d");
    }

    @Test
    void theOwnerAlwaysHasWhatKeepsHimIn() {
        GrantableRights grantable = GrantableRights.to(Identifier.parse("owner"));

        assertThat(grantable.required()).isEqualTo("lra");
        assertThat(grantable.optional())
                .containsExactly("s", "w", "i", "p", "k", "x", "t", "e", "c", "d");
    }

    @Test
    void whatTheOwnerAlwaysHasCannotBeTaken() {
        GrantableRights grantable = GrantableRights.to(Identifier.parse("-owner"));

        assertThat(grantable.required()).isEmpty();
        assertThat(grantable.optional()).doesNotContain("l", "r", "a");
    }

    /** RFC 4314 §3.7. */
    @ParameterizedTest
    @ValueSource(strings = {"bob", "-bob", "owner", "-owner", "$sales", "anyone"})
    void noRightIsListedTwice(String identifier) {
        GrantableRights grantable = GrantableRights.to(Identifier.parse(identifier));
        List<String> letters = new ArrayList<>(List.of(grantable.required().split("")));
        grantable.optional().forEach(set -> letters.addAll(List.of(set.split(""))));

        assertThat(letters).doesNotHaveDuplicates();
    }
}
