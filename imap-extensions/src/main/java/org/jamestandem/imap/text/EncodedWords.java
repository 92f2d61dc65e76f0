package org.jamestandem.imap.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Decodes encoded-words (RFC 2047) wherever they stand. Words next to each other in one charset are
 * put together before their octets become characters, since mailers split characters between words.
 */
final class EncodedWords {
    private static final String OPENING = "=?";
    private static final String CLOSING = "?=";

    private final String text;
    private final StringBuilder decoded = new StringBuilder();
    private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
    private String charset = "";
    private int next;

    private EncodedWords(String text) {
        this.text = text;
    }

    /** The text with its encoded-words decoded; what only looks like one stays as it is. */
    static String decode(String text) {
        return text.contains(OPENING) ? new EncodedWords(text).decode() : text;
    }

    private String decode() {
        int start = text.indexOf(OPENING);
        while (start >= 0) {
            int afterWord = word(start);
            start = text.indexOf(OPENING, afterWord < 0 ? start + 1 : afterWord);
        }
        flush();
        return decoded.append(text, next, text.length()).toString();
    }

    /** Takes in the word that starts there. Returns where it ends, or -1 if it is none. */
    private int word(int start) {
        int afterCharset = text.indexOf('?', start + OPENING.length());
        int afterEncoding = afterCharset + 2;
        if (afterCharset < 0
                || afterEncoding >= text.length()
                || text.charAt(afterEncoding) != '?') {
            return -1;
        }
        int end = text.indexOf(CLOSING, afterEncoding + 1);
        byte[] content =
                end < 0
                        ? null
                        : content(
                                text.charAt(afterCharset + 1),
                                text.substring(afterEncoding + 1, end));
        if (content == null) {
            return -1;
        }
        join(start, charset(text.substring(start + OPENING.length(), afterCharset)));
        octets.writeBytes(content);
        next = end + CLOSING.length();
        return next;
    }

    /** Blanks between two words are not part of the text (RFC 2047 §6.2). */
    private void join(int start, String wordCharset) {
        boolean adjacent = next > 0 && text.substring(next, start).isBlank();
        if (!adjacent) {
            flush();
            decoded.append(text, next, start);
        } else if (!wordCharset.equalsIgnoreCase(charset)) {
            flush();
        }
        charset = wordCharset;
    }

    private void flush() {
        if (octets.size() > 0) {
            decoded.append(Charsets.decode(octets.toByteArray(), charset));
            octets.reset();
        }
    }

    /** Without the language that may follow it (RFC 2231 §5). */
    private static String charset(String field) {
        int language = field.indexOf('*');
        return language < 0 ? field : field.substring(0, language);
    }

    private static byte[] content(char encoding, String encoded) {
        return switch (encoding) {
            case 'B', 'b' -> base64(encoded);
            case 'Q', 'q' -> quoted(encoded);
            default -> null;
        };
    }

    private static byte[] base64(String encoded) {
        String clean = encoded.replaceAll("[^A-Za-z0-9+/]", "");
        int whole = clean.length() - (clean.length() % 4 == 1 ? 1 : 0);
        return Base64.getDecoder().decode(clean.substring(0, whole));
    }

    private static byte[] quoted(String encoded) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            int octet = c == '=' ? hex(encoded, i + 1) : -1;
            if (octet >= 0) {
                out.write(octet);
                i += 2;
            } else if (c == '_') {
                out.write(' ');
            } else {
                out.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static int hex(String text, int at) {
        if (at + 2 > text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(at), 16);
        int low = Character.digit(text.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }
}
