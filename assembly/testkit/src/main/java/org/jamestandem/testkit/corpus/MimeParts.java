package org.jamestandem.testkit.corpus;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/** Bodies with their content fields, from a single text to messages in multiparts in messages. */
final class MimeParts {
    private static final int DEEPEST = 4;

    private final Random random;
    private final Words words;
    private final RandomMail messages;

    MimeParts(Random random, Words words, RandomMail messages) {
        this.random = random;
        this.words = words;
        this.messages = messages;
    }

    /** The last header fields, the empty line and the body. */
    byte[] entity(int depth) {
        int kind = depth >= DEEPEST ? random.nextInt(6) : random.nextInt(10);
        return switch (kind) {
            case 0, 1, 2 -> text("text/plain", words.text(length()));
            case 3, 4 -> text("text/html", html());
            case 5 -> attachment();
            case 6, 7 -> multipart("alternative", depth);
            case 8 -> multipart("mixed", depth);
            default -> nested(depth);
        };
    }

    private int length() {
        return random.nextInt(10) == 0 ? 400 : 3 + random.nextInt(40);
    }

    private String html() {
        StringBuilder html = new StringBuilder("<html><head><style>p {x}</style></head><body>");
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            String tag = words.any(List.of("p", "div", "b", "span", "td"));
            html.append("<%s class=\"a>b\">%s</%s>".formatted(tag, escaped(words.phrase(4)), tag));
            html.append(words.any(List.of("", "<br>", "&nbsp;", "<!-- hidden -->", "\r\n")));
        }
        html.append("<a href=\"https://odkaz.example/?a=1&amp;b=2\">").append(words.word());
        return html.append("</a></body></html>\r\n").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("ů", "&#367;");
    }

    private byte[] attachment() {
        String name = words.asciiWord() + ".txt";
        String fields =
                switch (random.nextInt(4)) {
                    case 0 ->
                            "Content-Disposition: attachment; filename=\"%s\"\r\n".formatted(name);
                    case 1 ->
                            "Content-Disposition: attachment;"
                                    + " filename*=UTF-8''%C5%BElut%C3%BD.txt\r\n";
                    case 2 -> "Content-Disposition: inline\r\n";
                    default -> "Content-Disposition: attachment\r\n";
                };
        String type = words.any(List.of("text/plain", "application/octet-stream", "text/csv"));
        return concat(fields, text(type, words.text(10)));
    }

    private byte[] text(String type, String text) {
        String name = messages.charset();
        Charset charset = name.startsWith("x-") ? StandardCharsets.UTF_8 : Charset.forName(name);
        byte[] octets = text.getBytes(charset);
        String contentType =
                random.nextInt(8) == 0
                        ? ""
                        : "Content-Type: %s; charset=%s\r\n".formatted(type, name);
        return switch (random.nextInt(4)) {
            case 0 -> concat(contentType + encoding("base64"), base64(octets));
            case 1 -> concat(contentType + encoding("quoted-printable"), quoted(octets));
            default -> concat(contentType + encoding("8bit"), octets);
        };
    }

    private static String encoding(String name) {
        return "Content-Transfer-Encoding: " + name + "\r\n\r\n";
    }

    private byte[] base64(byte[] octets) {
        String lines = Base64.getMimeEncoder().encodeToString(octets);
        String broken = random.nextInt(10) == 0 ? lines.replace("A", "A !") : lines;
        return (broken + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] quoted(byte[] octets) {
        StringBuilder out = new StringBuilder();
        int column = 0;
        for (byte octet : octets) {
            boolean plain = octet > ' ' && octet < 127 && octet != '=';
            String next = plain ? String.valueOf((char) octet) : "=%02X".formatted(octet & 0xff);
            boolean full = column + next.length() > 72;
            column = full ? next.length() : column + next.length();
            out.append(full ? "=\r\n" : "").append(next);
        }
        return out.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private byte[] multipart(String subtype, int depth) {
        String boundary = "b" + random.nextInt(1_000_000);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RandomMail.write(
                out,
                "Content-Type: multipart/%s; boundary=\"%s\"\r\n\r\n".formatted(subtype, boundary));
        RandomMail.write(out, random.nextInt(4) == 0 ? "preamble\r\n" : "");
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            RandomMail.write(out, "--" + boundary + "\r\n");
            out.writeBytes(entity(depth + 1));
            RandomMail.write(out, "\r\n");
        }
        RandomMail.write(out, random.nextInt(6) == 0 ? "" : "--" + boundary + "--\r\n");
        return out.toByteArray();
    }

    private byte[] nested(int depth) {
        String disposition =
                random.nextBoolean()
                        ? ""
                        : "Content-Disposition: attachment; filename=\"původní.eml\"\r\n";
        return concat(
                new String(
                                disposition.getBytes(StandardCharsets.UTF_8),
                                StandardCharsets.ISO_8859_1)
                        + "Content-Type: message/rfc822\r\n\r\n",
                messages.message(depth + 1));
    }

    private static byte[] concat(String header, byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RandomMail.write(out, header);
        out.writeBytes(body);
        return out.toByteArray();
    }
}
