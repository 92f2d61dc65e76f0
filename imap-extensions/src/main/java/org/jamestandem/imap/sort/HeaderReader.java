package org.jamestandem.imap.sort;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import org.apache.james.mime4j.dom.address.Address;
import org.apache.james.mime4j.dom.address.AddressList;
import org.apache.james.mime4j.dom.address.Group;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.jamestandem.imap.text.Casemap;

/** Reads {@link SortHeaders} from a message header. Of a field given twice, the first counts. */
public final class HeaderReader {
    private static final String DATE = "date";
    private static final String SUBJECT = "subject";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String CC = "cc";
    private static final Set<String> FIELDS = Set.of(DATE, SUBJECT, FROM, TO, CC);

    /**
     * @param header fields, with or without the empty line that ends them
     * @throws IOException when the stream breaks; what it holds never fails
     */
    public SortHeaders read(InputStream header) throws IOException {
        HeaderValues values = HeaderValues.read(header, FIELDS);
        Optional<Address> from = first(values, FROM);
        Optional<Address> to = first(values, TO);
        return new SortHeaders(
                values.sent(),
                Casemap.canonical(BaseSubject.of(values.decoded(SUBJECT))),
                from.map(HeaderReader::mailbox).orElse(""),
                to.map(HeaderReader::mailbox).orElse(""),
                first(values, CC).map(HeaderReader::mailbox).orElse(""),
                from.map(HeaderReader::display).orElse(""),
                to.map(HeaderReader::display).orElse(""));
    }

    /** The first address, as ENVELOPE gives it (RFC 3501 §7.4.2). */
    private static Optional<Address> first(HeaderValues values, String name) {
        AddressList addresses =
                LenientAddressParser.DEFAULT.parseAddressList(values.get(name).orElse(""));
        return addresses.isEmpty() ? Optional.empty() : Optional.of(addresses.get(0));
    }

    /** The {@code addr-mailbox} of an address. */
    private static String mailbox(Address address) {
        return Casemap.canonical(localPart(address));
    }

    private static String localPart(Address address) {
        String mailbox =
                address instanceof Group group
                        ? group.getName()
                        : ((Mailbox) address).getLocalPart();
        return mailbox == null ? "" : mailbox;
    }

    /** The DISPLAY sort value of an address (RFC 5957 §3). */
    private static String display(Address address) {
        if (!(address instanceof Mailbox mailbox)) {
            return mailbox(address);
        }
        String name =
                mailbox.getName() == null ? "" : HeaderValues.decode(mailbox.getName()).strip();
        if (!name.isEmpty()) {
            return Casemap.canonical(name);
        }
        boolean hasHost = mailbox.getDomain() != null && !mailbox.getDomain().isEmpty();
        return hasHost ? Casemap.canonical(mailbox.getAddress()) : mailbox(address);
    }
}
