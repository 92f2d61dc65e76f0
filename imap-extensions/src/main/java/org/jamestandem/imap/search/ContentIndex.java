package org.jamestandem.imap.search;

import java.util.Collection;
import java.util.Map;
import org.jamestandem.imap.text.MessageText;
import reactor.core.publisher.Mono;

/**
 * Port: an index over what never changes in messages. It may lag behind the server, and have parts
 * of messages only: then it answers with doubt, never wrongly.
 */
public interface ContentIndex {
    /**
     * A verdict for each key about the messages with those uids. Messages that the index does not
     * hold are doubtful; what it holds beyond them is left out.
     */
    Mono<Map<ContentKey, Verdict>> match(String mailbox, Uids uids, Collection<ContentKey> keys);

    /** Takes a message in. Repeating it changes nothing. */
    Mono<Void> add(String mailbox, long uid, MessageText text);

    /** Forgets messages. Repeating it changes nothing. */
    Mono<Void> remove(String mailbox, Uids uids);

    /** Forgets all messages of a mailbox. Repeating it changes nothing. */
    Mono<Void> removeMailbox(String mailbox);
}
