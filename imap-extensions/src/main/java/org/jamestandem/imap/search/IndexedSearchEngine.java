package org.jamestandem.imap.search;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import reactor.core.publisher.Mono;

/**
 * Asks the index what it knows and the server for the rest. Flags and all else that may change are
 * asked for now; messages that the index leaves in doubt, for being too new, too long or too
 * broken, are read if the answer hangs on them.
 */
public final class IndexedSearchEngine implements SearchEngine {
    private final ContentIndex index;

    public IndexedSearchEngine(ContentIndex index) {
        this.index = index;
    }

    @Override
    public Mono<Uids> search(MailboxView mailbox, SearchKey key) {
        List<ContentKey> contents = key.leaves(ContentKey.class);
        Mono<Map<ContentKey, Verdict>> known =
                contents.isEmpty()
                        ? Mono.just(Map.of())
                        : index.match(mailbox.mailbox(), mailbox.uids(), contents);
        return LiveFacts.of(mailbox, key)
                .flatMap(live -> known.flatMap(verdicts -> decide(mailbox, key, live, verdicts)));
    }

    private static Mono<Uids> decide(
            MailboxView mailbox, SearchKey key, LiveFacts live, Map<ContentKey, Verdict> verdicts) {
        Verdict verdict = new Judgement(live, verdicts).on(key);
        Uids sure = mailbox.uids().atPlaces(verdict.sure());
        Uids doubtful = mailbox.uids().atPlaces(verdict.doubtful());
        return doubtful.isEmpty()
                ? Mono.just(sure)
                : settle(mailbox, key, live, doubtful).map(found -> union(sure, found));
    }

    private static Mono<Uids> settle(
            MailboxView mailbox, SearchKey key, LiveFacts live, Uids doubtful) {
        boolean body = !key.leaves(ContentKey.class).stream().allMatch(ContentKey::inHeader);
        return mailbox.read(doubtful, body)
                .filter(message -> live.has(message.uid()))
                .filter(message -> new Match(live.get(message.uid()), message.text()).matches(key))
                .map(ReadMessage::uid)
                .collectList()
                .map(Uids::of);
    }

    private static Uids union(Uids one, Uids other) {
        return Uids.of(LongStream.concat(one.stream(), other.stream()));
    }
}
