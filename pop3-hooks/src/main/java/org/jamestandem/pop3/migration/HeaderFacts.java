package org.jamestandem.pop3.migration;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What tells a message from others by its header.
 *
 * @param hash SHA-256 in hexadecimal digits, of the header with CRLF at every line end, the empty
 *     line included
 * @param messageId the unique-id that OpenWave makes of {@code Message-ID}: the field itself when
 *     it may be one, else its MD5; empty without that field
 */
record HeaderFacts(String hash, Optional<String> messageId) {
    private static final Pattern MESSAGE_ID =
            Pattern.compile("(?im)^message-id:[ \\t]*(?:\\r?\\n[ \\t]+)?(\\S.*?)[ \\t]*\\r?$");
    private static final Pattern UNIQUE_ID = Pattern.compile("[\\x21-\\x7E]{1,70}");

    /**
     * Reads a header.
     *
     * @param header closed in any case
     */
    static HeaderFacts of(InputStream header) throws IOException {
        try (header) {
            String text = new String(header.readAllBytes(), StandardCharsets.ISO_8859_1);
            String normal = text.replaceAll("(?<!\r)\n", "\r\n");
            return new HeaderFacts(digest("SHA-256", normal), messageId(text));
        }
    }

    private static Optional<String> messageId(String header) {
        Matcher found = MESSAGE_ID.matcher(header);
        return found.find()
                ? Optional.of(found.group(1))
                        .map(id -> UNIQUE_ID.matcher(id).matches() ? id : digest("MD5", id))
                : Optional.empty();
    }

    private static String digest(String algorithm, String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance(algorithm)
                                    .digest(text.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
