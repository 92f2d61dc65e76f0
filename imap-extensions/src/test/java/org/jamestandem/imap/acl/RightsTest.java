package org.jamestandem.imap.acl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RightsTest {
    /** The examples of RFC 4314 §2.1.1. */
    @ParameterizedTest
    @CsvSource({"lrswida, lrswited", "lrswikda, lrswiktecd", "x, xc", "lr, lr", "'', ''"})
    void obsoleteLettersAreReadAsTheirMembersAndShownBesideThem(String written, String shown) {
        assertThat(letters(Rights.parse(written).wireText()))
                .isEqualTo(letters(written.contains("a") ? shown + "a" : shown));
    }

    @Test
    void createMeansMakingAndRemovingMailboxes() {
        assertThat(Rights.parse("c")).isEqualTo(Rights.of(Right.CREATE, Right.DELETE_MAILBOX));
    }

    @Test
    void deleteMeansMarkingAndExpungingMessages() {
        assertThat(Rights.parse("d")).isEqualTo(Rights.of(Right.DELETE_MESSAGES, Right.EXPUNGE));
    }

    @Test
    void storedLettersAreReadBack() {
        assertThat(Rights.parse(Rights.ALL.letters())).isEqualTo(Rights.ALL);
    }

    @Test
    void storedLettersHaveNoObsoleteViews() {
        assertThat(Rights.ALL.letters()).isEqualTo("lrswipkxtea");
    }

    /** RFC 4314 §3.1. */
    @Test
    void upperCaseIsRefused() {
        assertThatThrownBy(() -> Rights.parse("lrQs"))
                .isInstanceOf(InvalidRights.class)
                .hasMessage("Uppercase rights are not allowed");
    }

    /** RFC 4314 §3.1. */
    @Test
    void anUnknownRightIsRefusedByName() {
        assertThatThrownBy(() -> Rights.parse("lrqs"))
                .isInstanceOf(InvalidRights.class)
                .hasMessage("The q right is not supported");
    }

    @ParameterizedTest
    @ValueSource(strings = {"l r", "l\r", "lé", "l\u0000"})
    void whatIsNoLetterIsRefusedWithoutRepeatingIt(String text) {
        assertThatThrownBy(() -> Rights.parse(text))
                .isInstanceOf(InvalidRights.class)
                .hasMessage("Rights are lower case letters");
    }

    private static String letters(String text) {
        return text.chars()
                .distinct()
                .sorted()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
