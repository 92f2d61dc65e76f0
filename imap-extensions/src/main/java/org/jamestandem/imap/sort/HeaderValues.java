package org.jamestandem.imap.sort;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RecursionMode;
import org.apache.james.mime4j.util.MimeUtil;

/** Some fields of a message header, unfolded. Of a field given twice, the first counts. */
public final class HeaderValues {
    private final Map<String, String> values;

    private HeaderValues(Map<String, String> values) {
        this.values = values;
    }

    /**
     * @param header fields, with or without the empty line that ends them
     * @param names of the fields wanted, in lower case
     * @throws IOException when the stream breaks; what it holds never fails
     */
    public static HeaderValues read(InputStream header, Set<String> names) throws IOException {
        Map<String, String> values = new HashMap<>();
        MimeTokenStream tokens = new MimeTokenStream(MimeConfig.PERMISSIVE);
        tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
        tokens.parse(header);
        try {
            for (EntityState state = tokens.getState();
                    state != EntityState.T_END_HEADER && state != EntityState.T_END_OF_STREAM;
                    state = tokens.next()) {
                if (state == EntityState.T_FIELD) {
                    Field field = tokens.getField();
                    String name = field.getName().toLowerCase(Locale.ROOT);
                    if (names.contains(name)) {
                        values.putIfAbsent(name, body(field));
                    }
                }
            }
        } catch (MimeException e) {
            return new HeaderValues(values);
        }
        return new HeaderValues(values);
    }

    /** What comes after the colon; empty without such a field. */
    public Optional<String> get(String lowerCaseName) {
        return Optional.ofNullable(values.get(lowerCaseName));
    }

    /** The same with encoded-words decoded; the empty text without such a field. */
    public String decoded(String lowerCaseName) {
        return get(lowerCaseName).map(HeaderValues::decode).orElse("");
    }

    /** The moment in the "Date" field (RFC 5256 §2.2). */
    public Optional<Instant> sent() {
        return get("date").flatMap(SentDate::parse);
    }

    static String decode(String text) {
        return DecoderUtil.decodeEncodedWords(text, DecodeMonitor.SILENT);
    }

    /** Octets are UTF-8 (RFC 6532), or else ISO 8859-1, which has no wrong octets. */
    private static String body(Field field) {
        if (!(field instanceof RawField raw) || raw.getRaw() == null) {
            return Optional.ofNullable(field.getBody()).orElse("");
        }
        byte[] octets = raw.getRaw().toByteArray();
        int from = Math.min(raw.getDelimiterIdx() + 1, octets.length);
        ByteBuffer body = ByteBuffer.wrap(octets, from, octets.length - from);
        try {
            return MimeUtil.unfold(StandardCharsets.UTF_8.newDecoder().decode(body).toString());
        } catch (CharacterCodingException e) {
            body.position(from);
            return MimeUtil.unfold(StandardCharsets.ISO_8859_1.decode(body).toString());
        }
    }
}
