package org.jamestandem.testkit.corpus;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/**
 * Messages of every shape that mail comes in, sound and broken, with words in many encodings. For
 * comparing two ways to read or to search; not typical of anyone's mailbox.
 */
public final class RandomMail {
    private static final List<String> MONTHS = List.of("Jan", "Feb", "Mar", "Oct", "Dec");
    private static final List<String> CHARSETS =
            List.of("UTF-8", "utf-8", "ISO-8859-2", "windows-1250", "us-ascii", "x-unknown");

    private final Random random;
    private final Words words;
    private final MimeParts parts;

    public RandomMail(Random random) {
        this.random = random;
        this.words = new Words(random);
        this.parts = new MimeParts(random, words, this);
    }

    public RawMail next() {
        return new RawMail(message(0));
    }

    /** A message as octets, to be nested at that depth. */
    byte[] message(int depth) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (random.nextInt(40) == 0) {
            write(out, words.text(5));
            return out.toByteArray();
        }
        header(out);
        out.writeBytes(parts.entity(depth));
        return out.toByteArray();
    }

    private void header(ByteArrayOutputStream out) {
        field(out, "From", address());
        for (int i = random.nextInt(3); i > 0; i--) {
            field(out, words.any(List.of("To", "Cc", "Bcc", "TO")), addresses());
        }
        if (random.nextInt(10) > 0) {
            field(out, "Subject", unstructured(1 + random.nextInt(8)));
        }
        if (random.nextInt(10) > 0) {
            field(out, "Date", date());
        }
        field(out, "Message-ID", "<" + random.nextInt(10_000) + "@host.example>");
        for (int i = random.nextInt(3); i > 0; i--) {
            field(
                    out,
                    words.any(List.of("X-Note", "List-Id", "Comments", "x-note")),
                    unstructured(random.nextInt(6)));
        }
    }

    private String date() {
        return "Mon, %d %s %d %02d:%02d:00 %s"
                .formatted(
                        1 + random.nextInt(28),
                        words.any(MONTHS),
                        2000 + random.nextInt(4),
                        random.nextInt(24),
                        random.nextInt(60),
                        words.any(List.of("+0200", "-1100", "GMT", "(CET)", "")));
    }

    private String addresses() {
        StringBuilder list = new StringBuilder(address());
        for (int i = random.nextInt(3); i > 0; i--) {
            list.append(words.any(List.of(", ", ",\r\n ", ",\t"))).append(address());
        }
        return random.nextInt(10) == 0 ? "group: " + list + ";" : list.toString();
    }

    private String address() {
        String plain =
                words.asciiWord() + "." + words.asciiWord() + "@" + words.asciiWord() + ".example";
        return switch (random.nextInt(6)) {
            case 0 -> plain;
            case 1 -> "<" + plain + ">";
            case 2 -> plain + " (" + words.asciiWord() + " comment)";
            case 3 -> "\"" + words.asciiWord() + ", " + words.asciiWord() + "\" <" + plain + ">";
            case 4 -> words.asciiWord() + " " + words.asciiWord() + "<" + plain + ">";
            default -> encodedWords(words.phrase(2)) + " <" + plain + ">";
        };
    }

    private String unstructured(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            String gap = words.any(List.of(" ", " ", " ", "  ", "\r\n ", "\r\n\t"));
            text.append(i == 0 ? "" : gap);
            text.append(
                    switch (random.nextInt(4)) {
                        case 0 -> words.asciiWord();
                        case 1 -> raw(words.word());
                        default -> encodedWords(words.phrase(1 + random.nextInt(3)));
                    });
        }
        return text.toString();
    }

    /** As raw octets of UTF-8, one char each. */
    private static String raw(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** One encoded-word or several, which may split a character between them. */
    private String encodedWords(String text) {
        boolean latin = Charset.forName("ISO-8859-2").newEncoder().canEncode(text);
        String charset = latin && random.nextBoolean() ? "ISO-8859-2" : "UTF-8";
        byte[] octets = text.getBytes(Charset.forName(charset));
        int cut = random.nextInt(octets.length + 1);
        if (cut == 0 || cut == octets.length) {
            return encodedWord(charset, octets, 0, octets.length);
        }
        String gap = words.any(List.of(" ", "\r\n ", "  "));
        return encodedWord(charset, octets, 0, cut)
                + gap
                + encodedWord(charset, octets, cut, octets.length);
    }

    private String encodedWord(String charset, byte[] octets, int from, int to) {
        byte[] piece = Arrays.copyOfRange(octets, from, to);
        if (random.nextBoolean()) {
            return "=?" + charset + "?B?" + Base64.getEncoder().encodeToString(piece) + "?=";
        }
        StringBuilder quoted = new StringBuilder("=?" + charset + "?q?");
        for (byte octet : piece) {
            boolean plain = octet >= 'a' && octet <= 'z';
            quoted.append(plain ? String.valueOf((char) octet) : "=%02X".formatted(octet & 0xff));
        }
        return quoted.append("?=").toString();
    }

    private void field(ByteArrayOutputStream out, String name, String value) {
        write(out, name + ":" + words.any(List.of(" ", " ", "", "  ")) + value + "\r\n");
    }

    String charset() {
        return words.any(CHARSETS);
    }

    static void write(ByteArrayOutputStream out, String octets) {
        out.writeBytes(octets.getBytes(StandardCharsets.ISO_8859_1));
    }
}
