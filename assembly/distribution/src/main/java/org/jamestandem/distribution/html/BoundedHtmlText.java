package org.jamestandem.distribution.html;

import org.apache.james.util.html.HtmlTextExtractor;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * The readable text of HTML, in time and memory bounded by its length: only the start of long HTML
 * is looked at, and nesting costs no call stack. In James 3.8.1's own extractor both are unbounded
 * (CVE-2024-45626).
 */
public final class BoundedHtmlText implements HtmlTextExtractor {
    private static final int LONGEST = 256 * 1024;

    @Override
    public String toPlainText(String html) {
        Text text = new Text();
        NodeTraversor.traverse(text, Jsoup.parse(start(html)).body());
        return text.toString();
    }

    private static String start(String html) {
        return html.length() <= LONGEST ? html : html.substring(0, LONGEST);
    }

    private static final class Text implements NodeVisitor {
        private final StringBuilder lines = new StringBuilder();

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                append(words.text());
            } else if (node instanceof Element element) {
                startElement(element);
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element && element.isBlock()) {
                breakLine();
            }
        }

        private void startElement(Element element) {
            switch (element.normalName()) {
                case "br" -> lines.append('\n');
                case "li" -> {
                    breakLine();
                    lines.append("- ");
                }
                default -> {
                    if (element.isBlock()) {
                        breakLine();
                    }
                }
            }
        }

        private void append(String words) {
            boolean lineStart = lines.isEmpty() || lines.charAt(lines.length() - 1) == '\n';
            lines.append(lineStart ? words.stripLeading() : words);
        }

        private void breakLine() {
            if (!lines.isEmpty() && lines.charAt(lines.length() - 1) != '\n') {
                lines.append('\n');
            }
        }

        @Override
        public String toString() {
            return lines.toString().strip();
        }
    }
}
