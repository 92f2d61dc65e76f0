package org.jamestandem.distribution.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class BoundedHtmlTextTest {
    private final BoundedHtmlText extractor = new BoundedHtmlText();

    @Test
    void blocksAndBreaksBecomeLines() {
        String html = "<h1>Title</h1><p>One<br>two</p><div>three <b>four</b></div>";
        assertThat(extractor.toPlainText(html)).isEqualTo("Title\nOne\ntwo\nthree four");
    }

    @Test
    void listItemsAreMarked() {
        assertThat(extractor.toPlainText("<ul><li>a</li><li>b</li></ul>")).isEqualTo("- a\n- b");
    }

    @Test
    void scriptsAndStylesAreNotText() {
        String html = "<style>p {}</style><p>seen</p><script>hidden()</script>";
        assertThat(extractor.toPlainText(html)).isEqualTo("seen");
    }

    @Test
    void deepNestingEndsQuicklyAndWithoutStackOverflow() {
        for (String element : new String[] {"ul", "div", "b", "blockquote"}) {
            String html = ("<" + element + ">").repeat(60_000) + "text";
            String text =
                    Assertions.assertTimeoutPreemptively(
                            Duration.ofSeconds(60), () -> extractor.toPlainText(html));
            assertThat(text.length()).isLessThan(html.length());
        }
    }

    @Test
    void longHtmlIsCut() {
        String html = "<p>" + "word ".repeat(1_000_000) + "</p>";
        assertThat(extractor.toPlainText(html).length()).isLessThanOrEqualTo(256 * 1024);
    }
}
