package org.jamestandem.imap.search;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.BitSet;
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
     * What an index knows about the messages of one mailbox.
     *
     * @param verdicts one for each key
     * @param missing messages that the index does not hold at all; doubtful under every key
     */
    record Answer(Map<ContentKey, Verdict> verdicts, Uids missing) {
        public Answer {
            verdicts = Map.copyOf(verdicts);
        }

        /** Nothing is known about any of these messages. */
        public static Answer unknown(Uids uids, Collection<ContentKey> keys) {
            BitSet all = new BitSet(uids.size());
            all.set(0, uids.size());
            Verdict doubtful = Verdict.of(new BitSet(), all);
            return new Answer(
                    keys.stream().distinct().collect(toUnmodifiableMap(k -> k, k -> doubtful)),
                    uids);
        }
    }

    /**
     * A verdict for each key about the messages with those uids. Messages that the index does not
     * hold are doubtful; what it holds beyond them is left out.
     */
    Mono<Answer> match(String mailbox, Uids uids, Collection<ContentKey> keys);

    /** Whether anything is kept, so that messages are worth reading for it. */
    default boolean keeps() {
        return true;
    }

    /** Takes a message in. Repeating it changes nothing. */
    Mono<Void> add(String mailbox, long uid, MessageText text);

    /** Forgets messages. Repeating it changes nothing. */
    Mono<Void> remove(String mailbox, Uids uids);

    /** Forgets all messages of a mailbox. Repeating it changes nothing. */
    Mono<Void> removeMailbox(String mailbox);
}
