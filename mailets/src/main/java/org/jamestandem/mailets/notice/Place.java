package org.jamestandem.mailets.notice;

import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Document.OutputSettings.Syntax;

/** Where in a text a notice stands. */
enum Place {
    /** Before everything else. */
    TOP {
        @Override
        String in(String text, String notice) {
            return notice + "\r\n\r\n" + text;
        }

        @Override
        void in(Document page, String notice) {
            page.body().prepend(notice);
        }
    },
    /** After everything else. */
    BOTTOM {
        @Override
        String in(String text, String notice) {
            String end = text.endsWith("\n") ? "\r\n" : "\r\n\r\n";
            return text + end + notice + "\r\n";
        }

        @Override
        void in(Document page, String notice) {
            page.body().append(notice);
        }
    };

    private static final String CHARSET = "meta[charset], meta[http-equiv~=(?i)content-type]";

    /** Plain text with the notice. */
    abstract String in(String text, String notice);

    abstract void in(Document page, String notice);

    /** An HTML page with the notice, to be sent in UTF-8. */
    String inHtml(String html, String notice) {
        Document page = Jsoup.parse(html);
        page.outputSettings()
                .prettyPrint(false)
                .syntax(Syntax.html)
                .charset(StandardCharsets.UTF_8);
        if (!page.select(CHARSET).isEmpty()) {
            page.updateMetaCharsetElement(true);
            page.charset(StandardCharsets.UTF_8);
        }
        in(page, notice);
        return page.outerHtml();
    }
}
