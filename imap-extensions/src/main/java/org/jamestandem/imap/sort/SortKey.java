package org.jamestandem.imap.sort;

import static java.util.Comparator.comparing;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;

/** What messages are ordered by (RFC 5256 §3). The names are those on the wire. */
public enum SortKey {
    /** Internal date and time. */
    ARRIVAL(comparing(SortableMessage::arrival), false),
    /** Mailbox of the first "cc" address. */
    CC(text(SortHeaders::cc), true),
    /** Sent date and time, in UTC (§2.2). */
    DATE(comparing(SortableMessage::sent), true),
    /** Name of the first "from" address, or the address (RFC 5957 §4). */
    DISPLAYFROM(text(SortHeaders::displayFrom), true),
    /** Name of the first "to" address, or the address (RFC 5957 §4). */
    DISPLAYTO(text(SortHeaders::displayTo), true),
    /** Mailbox of the first "from" address. */
    FROM(text(SortHeaders::from), true),
    /** Octets of the whole message. */
    SIZE(comparing(SortableMessage::size), false),
    /** Base subject (§2.1). */
    SUBJECT(text(SortHeaders::subject), true),
    /** Mailbox of the first "to" address. */
    TO(text(SortHeaders::to), true);

    private final Comparator<SortableMessage> ascending;
    private final boolean inHeaders;

    SortKey(Comparator<SortableMessage> ascending, boolean inHeaders) {
        this.ascending = ascending;
        this.inHeaders = inHeaders;
    }

    /** The key of that name, in any case. */
    public static Optional<SortKey> named(String name) {
        return Arrays.stream(values()).filter(key -> key.name().equalsIgnoreCase(name)).findFirst();
    }

    Comparator<SortableMessage> ascending() {
        return ascending;
    }

    boolean isInHeaders() {
        return inHeaders;
    }

    private static Comparator<SortableMessage> text(Function<SortHeaders, String> header) {
        return comparing(message -> header.apply(message.headers()), CasemapOrder.ASCENDING);
    }
}
