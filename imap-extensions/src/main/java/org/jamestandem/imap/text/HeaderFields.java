package org.jamestandem.imap.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.james.mime4j.dom.address.Address;
import org.apache.james.mime4j.dom.address.AddressList;
import org.apache.james.mime4j.dom.address.Group;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawBody;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.util.MimeParameterMapping;
import org.apache.james.mime4j.util.MimeUtil;

/** What single header fields say. */
final class HeaderFields {
    /** A longer list of addresses is searched as it stands only. */
    private static final int LONGEST_ADDRESSES = 64 << 10;

    private HeaderFields() {}

    /** What comes after the colon, unfolded, blanks around it dropped. */
    static String value(Field field) {
        if (!(field instanceof RawField raw) || raw.getRaw() == null) {
            return Optional.ofNullable(field.getBody()).orElse("").strip();
        }
        byte[] octets = raw.getRaw().toByteArray();
        int from = Math.min(raw.getDelimiterIdx() + 1, octets.length);
        byte[] body = new byte[octets.length - from];
        System.arraycopy(octets, from, body, 0, body.length);
        return MimeUtil.unfold(Charsets.guessed(body)).strip();
    }

    /** A parameter, with RFC 2231 and encoded-words undone. */
    static Optional<String> parameter(Field field, String name) {
        RawBody body =
                RawFieldParser.DEFAULT.parseRawBody(new RawField(field.getName(), value(field)));
        MimeParameterMapping parameters = new MimeParameterMapping();
        for (NameValuePair pair : body.getParams()) {
            if (pair.getValue() != null) {
                parameters.addParameter(pair.getName().toLowerCase(Locale.ROOT), pair.getValue());
            }
        }
        Map<String, String> decoded = new HashMap<>(parameters.getParameters());
        return Optional.ofNullable(decoded.get(name))
                .map(EncodedWords::decode)
                .filter(value -> !value.isBlank());
    }

    /** Every address as {@code Name <local@domain>}; empty for what holds no address. */
    static Optional<String> addresses(String value) {
        if (value.length() > LONGEST_ADDRESSES || value.indexOf('@') < 0) {
            return Optional.empty();
        }
        AddressList list = LenientAddressParser.DEFAULT.parseAddressList(value);
        StringBuilder text = new StringBuilder();
        for (Address address : list) {
            separate(text);
            append(text, address);
        }
        return text.length() == 0 ? Optional.empty() : Optional.of(text.toString());
    }

    private static void append(StringBuilder text, Address address) {
        if (address instanceof Mailbox mailbox) {
            append(text, mailbox);
        } else if (address instanceof Group group) {
            text.append(EncodedWords.decode(group.getName())).append(':');
            for (Mailbox mailbox : group.getMailboxes()) {
                append(text.append(' '), mailbox);
            }
            text.append(';');
        }
    }

    private static void append(StringBuilder text, Mailbox mailbox) {
        if (mailbox.getName() == null || mailbox.getName().isEmpty()) {
            text.append(mailbox.getAddress());
        } else {
            text.append(EncodedWords.decode(mailbox.getName()))
                    .append(" <")
                    .append(mailbox.getAddress())
                    .append('>');
        }
    }

    private static void separate(StringBuilder text) {
        if (text.length() > 0) {
            text.append(", ");
        }
    }
}
