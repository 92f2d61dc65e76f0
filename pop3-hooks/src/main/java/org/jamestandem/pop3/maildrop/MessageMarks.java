package org.jamestandem.pop3.maildrop;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jamestandem.pop3.reader.Reader;
import org.jamestandem.pop3.uidl.MessageKey;
import reactor.core.publisher.Mono;

/** Remembers which messages have a mark for a reader, and since when. */
public interface MessageMarks {
    /** The marked messages of that reader; an empty map when there are none. */
    Mono<Map<MessageKey, Instant>> of(Reader reader);

    /**
     * Marks messages for that reader, and for no other. Of two times for one message the earlier is
     * kept, whatever their order. What was marked before this completes is in every later answer of
     * {@link #of}, on every node.
     *
     * @param at millisecond precision
     */
    Mono<Void> mark(Reader reader, Collection<MessageKey> messages, Instant at);

    /**
     * Forgets every mark of that reader. What is marked after this completes is marked as if there
     * had been nothing. Idempotent.
     */
    Mono<Void> forget(Reader reader);
}
