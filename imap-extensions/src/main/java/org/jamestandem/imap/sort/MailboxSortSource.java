package org.jamestandem.imap.sort;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Set;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.FetchGroup;
import org.apache.james.mailbox.model.MessageResult;
import org.jamestandem.imap.search.UidSpans;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;

/**
 * Reads the values from the mailbox itself: a bounded number of ranged reads whatever the number of
 * messages, of headers or of metadata only, never of bodies.
 */
public final class MailboxSortSource implements SortSource {
    /** Ranged reads per sort, at most. */
    static final int MOST_READS = 64;

    private final HeaderReader headerReader = new HeaderReader();

    @Override
    public Flux<SortableMessage> messages(
            MessageManager mailbox,
            MailboxSession session,
            Collection<MessageUid> uids,
            boolean headers) {
        Set<MessageUid> wanted = Set.copyOf(uids);
        FetchGroup group = headers ? FetchGroup.HEADERS : FetchGroup.MINIMAL;
        return Flux.fromIterable(UidSpans.covering(wanted, MOST_READS))
                .concatMap(range -> mailbox.getMessagesReactive(range, group, session))
                .filter(message -> wanted.contains(message.getUid()))
                .map(message -> sortable(message, headers));
    }

    private SortableMessage sortable(MessageResult message, boolean headers) {
        return new SortableMessage(
                message.getUid(),
                message.getModSeq(),
                message.getInternalDate().toInstant(),
                message.getSize(),
                headers ? headers(message) : SortHeaders.NONE);
    }

    private SortHeaders headers(MessageResult message) {
        try (InputStream header = message.getHeaders().getInputStream()) {
            return headerReader.read(header);
        } catch (IOException | MailboxException e) {
            throw Exceptions.propagate(e);
        }
    }
}
