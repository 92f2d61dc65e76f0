package org.jamestandem.imap.sort;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.address.Address;
import org.apache.james.mime4j.dom.address.AddressList;
import org.apache.james.mime4j.dom.address.Group;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RecursionMode;
import org.apache.james.mime4j.util.MimeUtil;
import org.jamestandem.imap.text.Casemap;

/** Reads {@link SortHeaders} from a message header. Of a field given twice, the first counts. */
public final class HeaderReader {
    private enum Name {
        DATE,
        SUBJECT,
        FROM,
        TO,
        CC
    }

    /**
     * @param header fields, with or without the empty line that ends them
     * @throws IOException when the stream breaks; what it holds never fails
     */
    public SortHeaders read(InputStream header) throws IOException {
        Map<Name, String> fields = fields(header);
        return new SortHeaders(
                sent(fields),
                Casemap.canonical(BaseSubject.of(decoded(fields, Name.SUBJECT))),
                mailbox(fields, Name.FROM),
                mailbox(fields, Name.TO),
                mailbox(fields, Name.CC));
    }

    private static Map<Name, String> fields(InputStream header) throws IOException {
        Map<Name, String> fields = new EnumMap<>(Name.class);
        MimeTokenStream tokens = new MimeTokenStream(MimeConfig.PERMISSIVE);
        tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
        tokens.parse(header);
        try {
            for (EntityState state = tokens.getState();
                    state != EntityState.T_END_HEADER && state != EntityState.T_END_OF_STREAM;
                    state = tokens.next()) {
                if (state == EntityState.T_FIELD) {
                    Field field = tokens.getField();
                    name(field).ifPresent(name -> fields.putIfAbsent(name, body(field)));
                }
            }
        } catch (MimeException e) {
            return fields;
        }
        return fields;
    }

    private static Optional<Name> name(Field field) {
        try {
            return Optional.of(Name.valueOf(field.getName().toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Unfolded. Octets are UTF-8 (RFC 6532), or else ISO 8859-1, which has no wrong octets. */
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

    private static Optional<Instant> sent(Map<Name, String> fields) {
        return Optional.ofNullable(fields.get(Name.DATE)).flatMap(SentDate::parse);
    }

    private static String decoded(Map<Name, String> fields, Name name) {
        return DecoderUtil.decodeEncodedWords(fields.getOrDefault(name, ""), DecodeMonitor.SILENT);
    }

    /** The {@code addr-mailbox} of the first address, as ENVELOPE gives it (RFC 3501 §7.4.2). */
    private static String mailbox(Map<Name, String> fields, Name name) {
        AddressList addresses =
                LenientAddressParser.DEFAULT.parseAddressList(fields.getOrDefault(name, ""));
        return addresses.isEmpty() ? "" : Casemap.canonical(mailbox(addresses.get(0)));
    }

    private static String mailbox(Address address) {
        String mailbox =
                address instanceof Group group
                        ? group.getName()
                        : ((Mailbox) address).getLocalPart();
        return mailbox == null ? "" : mailbox;
    }
}
