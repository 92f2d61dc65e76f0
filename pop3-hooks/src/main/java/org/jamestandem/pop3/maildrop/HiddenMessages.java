package org.jamestandem.pop3.maildrop;

import java.util.Collection;
import java.util.Set;
import org.jamestandem.pop3.reader.Reader;
import org.jamestandem.pop3.uidl.MessageKey;
import reactor.core.publisher.Mono;

/** Remembers which messages a reader is not offered again. */
public interface HiddenMessages {
    /** What is hidden from that reader; an empty set when nothing is. */
    Mono<Set<MessageKey>> hiddenFrom(Reader reader);

    /**
     * Hides messages from that reader, and from no other. Idempotent. What was hidden before this
     * completes is in every later answer of {@link #hiddenFrom}, on every node.
     */
    Mono<Void> hide(Reader reader, Collection<MessageKey> messages);
}
