package org.jamestandem.imap.search;

import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * Reads every message and compares. Slow, without an index, and so plain that the others are held
 * against it.
 */
public final class ScanningSearchEngine implements SearchEngine {
    @Override
    public Mono<Uids> search(MailboxView mailbox, SearchKey key) {
        return mailbox.live(LiveKey.Needs.METADATA)
                .collectMap(LiveMessage::uid)
                .flatMap(live -> scan(mailbox, key, live));
    }

    private static Mono<Uids> scan(
            MailboxView mailbox, SearchKey key, Map<Long, LiveMessage> live) {
        return mailbox.read(mailbox.uids(), true)
                .filter(message -> live.containsKey(message.uid()))
                .filter(message -> new Match(live.get(message.uid()), message.text()).matches(key))
                .map(ReadMessage::uid)
                .collectList()
                .map(Uids::of);
    }
}
