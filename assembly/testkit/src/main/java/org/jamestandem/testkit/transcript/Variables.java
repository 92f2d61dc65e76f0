package org.jamestandem.testkit.transcript;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code ${name}} stands for in one run of a transcript. */
final class Variables {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]+)}");
    private static final Pattern GROUP_NAME = Pattern.compile("\\(\\?<([a-zA-Z][a-zA-Z0-9]*)>");

    private final Transcripts transcripts;
    private final Map<String, String> values = new HashMap<>();

    Variables(Transcripts transcripts) {
        this.transcripts = transcripts;
    }

    void add(String name, Account account) {
        values.put(name, account.loginName());
        values.put(name + ".local", account.loginName().replaceFirst("@.*", ""));
        values.put(name + ".password", account.password());
        values.put(name + ".plain", base64("\0" + account.loginName() + "\0" + account.password()));
    }

    /** The octets of a client line, without CRLF. */
    byte[] octets(String text) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        Matcher reference = REFERENCE.matcher(text);
        int end = 0;
        while (reference.find()) {
            octets.writeBytes(text.substring(end, reference.start()).getBytes(UTF_8));
            octets.writeBytes(value(reference.group(1)));
            end = reference.end();
        }
        octets.writeBytes(text.substring(end).getBytes(UTF_8));
        return octets.toByteArray();
    }

    /** The expression of a server line. */
    Pattern pattern(String text) throws IOException {
        StringBuilder regex = new StringBuilder();
        Matcher reference = REFERENCE.matcher(text);
        int end = 0;
        while (reference.find()) {
            regex.append(text.substring(end, reference.start()));
            regex.append(Pattern.quote(new String(value(reference.group(1)), UTF_8)));
            end = reference.end();
        }
        return Pattern.compile(regex.append(text.substring(end)).toString(), Pattern.DOTALL);
    }

    /** Keeps the named groups of an expression that matched. */
    void capture(Matcher matched) {
        Matcher name = GROUP_NAME.matcher(matched.pattern().pattern());
        while (name.find()) {
            String value = matched.group(name.group(1));
            if (value != null) {
                values.put(name.group(1), value);
            }
        }
    }

    /** A stored message with CRLF line ends. */
    byte[] message(String name) throws IOException {
        String text = Files.readString(transcripts.message(name));
        return text.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(UTF_8);
    }

    private byte[] value(String name) throws IOException {
        if (name.startsWith("file:")) {
            return message(name.substring("file:".length()));
        }
        if (name.startsWith("octets:")) {
            return Integer.toString(message(name.substring("octets:".length())).length)
                    .getBytes(UTF_8);
        }
        if (name.startsWith("base64:")) {
            return base64(name.substring("base64:".length())).getBytes(UTF_8);
        }
        if (name.matches("0x[0-9a-fA-F]{2}")) {
            return new byte[] {(byte) Integer.parseInt(name.substring(2), 16)};
        }
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("nothing is known as ${" + name + "}");
        }
        return value.getBytes(UTF_8);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
