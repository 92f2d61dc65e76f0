package org.jamestandem.pop3.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.EncoderUtil;
import org.apache.james.mime4j.dom.address.Address;
import org.apache.james.mime4j.dom.address.Group;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.address.AddressFormatter;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.apache.james.mime4j.stream.ParserCursor;
import org.apache.james.mime4j.util.ByteSequence;
import org.apache.james.mime4j.util.ContentUtil;
import org.apache.james.mime4j.util.MimeUtil;

/** One field of a header in ASCII, as RFC 6858 has it. */
final class AsciiField {
    private static final Set<String> ADDRESSES =
            Set.of(
                    "from",
                    "sender",
                    "reply-to",
                    "to",
                    "cc",
                    "bcc",
                    "resent-from",
                    "resent-sender",
                    "resent-reply-to",
                    "resent-to",
                    "resent-cc",
                    "resent-bcc");
    private static final Pattern PARAMETER =
            Pattern.compile("([A-Za-z0-9!#$&+.^_`{|}~-]+)=(?:\"([^\"]*)\"|([^\\s;\"]+))");

    private AsciiField() {}

    /**
     * @param field a whole field, its line ends in it, none at its end
     */
    static String of(String field) {
        int colon = field.indexOf(':');
        if (isAscii(field) || colon < 0 || !isAscii(field.substring(0, colon))) {
            return isAscii(field) ? field : encoded(field);
        }
        String name = field.substring(0, colon);
        String value = MimeUtil.unfold(field.substring(colon + 1)).strip();
        String ascii = value(name.strip().toLowerCase(Locale.ROOT), value);
        return MimeUtil.fold(name + ": " + ascii, 0);
    }

    private static String value(String name, String value) {
        if (ADDRESSES.contains(name)) {
            return addresses(value);
        }
        if (name.startsWith("content-")) {
            return encoded(parameters(value));
        }
        return encoded(value);
    }

    private static String addresses(String value) {
        List<String> all = new ArrayList<>();
        ByteSequence octets = ContentUtil.encode(StandardCharsets.UTF_8, value);
        for (Address address :
                LenientAddressParser.DEFAULT.parseAddressList(
                        octets, new ParserCursor(0, octets.length()))) {
            if (address instanceof Group group) {
                all.add(
                        EncoderUtil.encodeAddressDisplayName(group.getName())
                                + ": "
                                + String.join(
                                        ", ",
                                        group.getMailboxes().stream()
                                                .map(AsciiField::mailbox)
                                                .toList())
                                + ";");
            } else {
                all.add(mailbox((Mailbox) address));
            }
        }
        return String.join(", ", all);
    }

    /** An address that cannot be written in ASCII is shown, and can no longer be replied to. */
    private static String mailbox(Mailbox mailbox) {
        if (isAscii(mailbox.getAddress())) {
            return AddressFormatter.DEFAULT.encode(mailbox);
        }
        String shown =
                mailbox.getName() == null
                        ? mailbox.getAddress()
                        : mailbox.getName() + " <" + mailbox.getAddress() + ">";
        return "Internationalized address "
                + EncoderUtil.encodeEncodedWord(shown, EncoderUtil.Usage.WORD_ENTITY)
                + " removed:;";
    }

    /** RFC 2231 §4. */
    private static String parameters(String value) {
        return PARAMETER
                .matcher(value)
                .replaceAll(
                        found ->
                                Matcher.quoteReplacement(
                                        parameter(
                                                found.group(),
                                                found.group(1),
                                                found.group(2) == null
                                                        ? found.group(3)
                                                        : found.group(2))));
    }

    private static String parameter(String whole, String name, String text) {
        if (isAscii(whole)) {
            return whole;
        }
        StringBuilder encoded = new StringBuilder(name).append("*=utf-8''");
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            boolean plain =
                    octet >= '0' && octet <= '9'
                            || octet >= 'A' && octet <= 'Z'
                            || octet >= 'a' && octet <= 'z'
                            || octet == '.'
                            || octet == '-'
                            || octet == '_';
            encoded.append(plain ? String.valueOf((char) octet) : "%%%02X".formatted(octet & 0xFF));
        }
        return encoded.toString();
    }

    /** RFC 2047 §5. */
    private static String encoded(String text) {
        return isAscii(text)
                ? text
                : EncoderUtil.encodeEncodedWord(text, EncoderUtil.Usage.TEXT_TOKEN);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }
}
