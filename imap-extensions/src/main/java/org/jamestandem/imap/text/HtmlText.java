package org.jamestandem.imap.text;

import java.util.Locale;
import java.util.Set;
import org.jsoup.parser.Parser;

/**
 * The text of an HTML document as a reader sees it, and the addresses of its links. One pass in
 * linear time without a tree, so that no nesting can hurt.
 */
final class HtmlText {
    private static final Set<String> INLINE =
            Set.of(
                    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn",
                    "em", "font", "i", "ins", "kbd", "mark", "o:p", "q", "s", "samp", "small",
                    "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr");
    private static final Set<String> NOT_TEXT = Set.of("script", "style");
    private static final int LONGEST_NAME = 32;

    private final String html;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder links = new StringBuilder();
    private final StringBuilder run = new StringBuilder();
    private int next;

    private HtmlText(String html) {
        this.html = html;
    }

    /** Text, then one link a line. */
    static String of(String html) {
        return new HtmlText(html).read();
    }

    private String read() {
        while (next < html.length()) {
            int tag = html.indexOf('<', next);
            if (tag < 0) {
                run.append(html, next, html.length());
                break;
            }
            run.append(html, next, tag);
            next = tag;
            markup();
        }
        flush();
        return text.toString().strip() + links;
    }

    private void markup() {
        if (html.startsWith("<!--", next)) {
            skipPast("-->", next + 4);
        } else if (html.startsWith("<!", next) || html.startsWith("<?", next)) {
            skipPast(">", next + 2);
        } else if (isNameAt(next + 1) || html.startsWith("/", next + 1) && isNameAt(next + 2)) {
            tag();
        } else {
            run.append('<');
            next++;
        }
    }

    private void tag() {
        boolean opening = html.charAt(next + 1) != '/';
        int nameStart = next + (opening ? 1 : 2);
        int nameEnd = nameStart;
        while (nameEnd < html.length() && isNamePart(html.charAt(nameEnd))) {
            nameEnd++;
        }
        String name =
                html.substring(nameStart, Math.min(nameEnd, nameStart + LONGEST_NAME))
                        .toLowerCase(Locale.ROOT);
        int end = tagEnd(nameEnd);
        if (!INLINE.contains(name)) {
            flush();
            text.append('\n');
        }
        if (opening && name.equals("a")) {
            link(html.substring(nameEnd, end));
        }
        next = Math.min(end + 1, html.length());
        if (opening && NOT_TEXT.contains(name)) {
            skipPast("</" + name, next);
            skipPast(">", next);
        }
    }

    /** Where the tag's closing bracket stands, outside of quoted attribute values. */
    private int tagEnd(int from) {
        char quote = 0;
        for (int i = from; i < html.length(); i++) {
            char c = html.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '>') {
                return i;
            } else if ((c == '"' || c == '\'') && html.charAt(i - 1) == '=') {
                quote = c;
            }
        }
        return html.length();
    }

    private void link(String attributes) {
        int name = attributes.toLowerCase(Locale.ROOT).indexOf("href=");
        if (name < 0 || name + 5 >= attributes.length()) {
            return;
        }
        char quote = attributes.charAt(name + 5);
        boolean quoted = quote == '"' || quote == '\'';
        int start = name + (quoted ? 6 : 5);
        int end = start;
        while (end < attributes.length()
                && (quoted
                        ? attributes.charAt(end) != quote
                        : !Character.isWhitespace(attributes.charAt(end)))) {
            end++;
        }
        String address = Parser.unescapeEntities(attributes.substring(start, end), true).strip();
        if (!address.isEmpty() && !address.startsWith("#")) {
            links.append('\n').append(address);
        }
    }

    /** Takes over the text since the last tag that breaks a line, with single blanks. */
    private void flush() {
        String readable = Parser.unescapeEntities(run.toString(), false);
        run.setLength(0);
        for (int i = 0; i < readable.length(); i++) {
            char c = readable.charAt(i);
            boolean blank = c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f';
            if (!blank) {
                text.append(c);
            } else if (text.length() > 0 && !isBlank(text.charAt(text.length() - 1))) {
                text.append(' ');
            }
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\n';
    }

    private void skipPast(String mark, int from) {
        int found = indexOfIgnoreCase(mark, from);
        next = found < 0 ? html.length() : found + mark.length();
    }

    private int indexOfIgnoreCase(String mark, int from) {
        for (int i = from; i + mark.length() <= html.length(); i++) {
            if (html.regionMatches(true, i, mark, 0, mark.length())) {
                return i;
            }
        }
        return -1;
    }

    private boolean isNameAt(int at) {
        return at < html.length() && Character.isLetter(html.charAt(at));
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == ':' || c == '-';
    }
}
