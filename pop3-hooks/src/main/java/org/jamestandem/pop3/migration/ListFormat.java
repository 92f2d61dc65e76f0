package org.jamestandem.pop3.migration;

import java.util.function.Function;

/** The files from which unique-ids can be imported. */
public enum ListFormat {
    /** Dovecot's {@code dovecot-uidlist}, version 3, of a Maildir. */
    DOVECOT_UIDLIST(DovecotUidList::read),
    /** Courier's {@code courierpop3dsizelist}, versions 1 to 3. */
    COURIERPOP3DSIZELIST(CourierSizeList::read),
    /** What Cyrus' {@code mbexamine} prints of a mailbox. */
    CYRUS_MBEXAMINE(CyrusListing::read),
    /** One message a line: unique-id, UID or -, octets or -, SHA-256 of the header or -. */
    PLAIN(PlainList::read);

    private final Function<String, OldList> reader;

    ListFormat(Function<String, OldList> reader) {
        this.reader = reader;
    }

    /** The messages in that text. */
    public OldList read(String text) {
        return reader.apply(text);
    }
}
