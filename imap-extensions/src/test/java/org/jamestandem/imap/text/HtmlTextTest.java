package org.jamestandem.imap.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "mod<b>r&yacute;</b> k&#367;&#x148; | modrý kůň",
                "a<span class=\"x>y\">b</span>c | abc",
                "<style>p {color: red}</style>x | x",
                "<SCRIPT>if (a < b) {}</SCRIPT>x | x",
                "<!-- hidden > -->x | x",
                "<!DOCTYPE html><?xml version='1'?>x | x",
                "3 < 4 and 5 > 4 | 3 < 4 and 5 > 4",
                "a &lt; b &amp;&amp; c | a < b && c",
                "open <b | open",
                "x<![if !mso]>y<![endif]> | xy",
            })
    void aReaderSeesThis(String html, String text) {
        assertThat(HtmlText.of(html)).isEqualTo(text);
    }

    @Test
    void blanksAreOneBlank() {
        assertThat(HtmlText.of("one \t\r\n two<span\nid=x>")).isEqualTo("one two");
    }

    @Test
    void blocksEndLinesAndInlineMarkupDoesNot() {
        assertThat(
                        HtmlText.of("<p>one</p><p>t<i>w</i>o<br>three")
                                .lines()
                                .filter(l -> !l.isBlank()))
                .containsExactly("one", "two", "three");
    }

    @Test
    void targetsOfLinksAreText() {
        assertThat(HtmlText.of("<a title=x href='https://a.example/?b=1&amp;c=2'>here</a>"))
                .isEqualTo("here\nhttps://a.example/?b=1&c=2");
        assertThat(HtmlText.of("<a href=#top>up</a>")).isEqualTo("up");
        assertThat(HtmlText.of("<a href=>up</a>")).isEqualTo("up");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<div>", "<a href=\"", "<!--", "<", "&", "<b x='", "</script", "&#1"})
    void noNestingTakesLong(String piece) {
        Assertions.assertTimeoutPreemptively(
                Duration.ofMinutes(1), () -> HtmlText.of(piece.repeat(250_000)));
    }
}
