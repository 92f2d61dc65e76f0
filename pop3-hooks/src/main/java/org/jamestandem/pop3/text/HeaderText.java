package org.jamestandem.pop3.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The header of one message with the empty line that ends it. */
final class HeaderText {
    private static final String CRLF = "\r\n";

    private final byte[] octets;
    private final int length;

    /**
     * @param length how many of the octets are the header; negative for none
     */
    HeaderText(byte[] octets, int length) {
        this.octets = octets;
        this.length = length;
    }

    /** Whether there is nothing to change: all is ASCII, or it is not UTF-8 at all. */
    boolean isAscii() {
        for (int i = 0; i < length; i++) {
            if (octets[i] < 0) {
                return decoded().isEmpty();
            }
        }
        return true;
    }

    /** How long it is with CRLF at every line end. */
    int octetsWithCrlf() {
        int count = length + missingLineEnd();
        for (int i = 0; i < length; i++) {
            if (octets[i] == '\n' && (i == 0 || octets[i - 1] != '\r')) {
                count++;
            }
        }
        return count;
    }

    private int missingLineEnd() {
        byte last = length == 0 ? (byte) '\n' : octets[length - 1];
        return switch (last) {
            case '\n' -> 0;
            case '\r' -> 1;
            default -> 2;
        };
    }

    /** The same in ASCII, with CRLF at every line end. */
    byte[] inAscii() {
        StringBuilder ascii = new StringBuilder();
        for (String field : fields(decoded().orElseThrow())) {
            ascii.append(AsciiField.of(field)).append(CRLF);
        }
        return ascii.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static List<String> fields(String header) {
        List<String> fields = new ArrayList<>();
        for (String line : header.split("\r?\n", -1)) {
            if (!fields.isEmpty() && (line.startsWith(" ") || line.startsWith("\t"))) {
                fields.set(fields.size() - 1, fields.get(fields.size() - 1) + CRLF + line);
            } else {
                fields.add(line);
            }
        }
        if (header.endsWith("\n")) {
            fields.remove(fields.size() - 1);
        }
        return fields;
    }

    private Optional<String> decoded() {
        try {
            return Optional.of(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(octets, 0, length))
                            .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
