package org.jamestandem.imap.thread;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jamestandem.imap.sort.BaseSubject;
import org.jamestandem.imap.sort.HeaderValues;
import org.jamestandem.imap.text.Casemap;

/** Reads from a message header which thread the message belongs to. */
public final class ThreadHeaderReader {
    private static final String SUBJECT = "subject";
    private static final String MESSAGE_ID = "message-id";
    private static final String REFERENCES = "references";
    private static final String IN_REPLY_TO = "in-reply-to";
    private static final Set<String> FIELDS =
            Set.of("date", SUBJECT, MESSAGE_ID, REFERENCES, IN_REPLY_TO);

    /**
     * @param header fields, with or without the empty line that ends them
     * @param arrival internal date, for messages without a sent date
     * @throws IOException when the stream breaks; what it holds never fails
     */
    public ThreadMessage read(long uid, Instant arrival, InputStream header) throws IOException {
        HeaderValues values = HeaderValues.read(header, FIELDS);
        String subject = values.decoded(SUBJECT);
        return new ThreadMessage(
                uid,
                values.sent().orElse(arrival),
                Casemap.canonical(BaseSubject.of(subject)),
                BaseSubject.isReplyOrForward(subject),
                first(values, MESSAGE_ID),
                references(values));
    }

    /** Those of References, else the first of In-Reply-To. */
    private static List<String> references(HeaderValues values) {
        List<String> references = values.get(REFERENCES).map(MessageIds::in).orElse(List.of());
        return references.isEmpty() ? first(values, IN_REPLY_TO).stream().toList() : references;
    }

    private static Optional<String> first(HeaderValues values, String name) {
        return values.get(name).map(MessageIds::in).stream().flatMap(List::stream).findFirst();
    }
}
