package org.jamestandem.imap.search;

import java.util.List;
import java.util.stream.LongStream;
import org.jamestandem.imap.search.ContentIndex.Answer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Asks the index what it knows and the server for the rest. Flags and all else that may change are
 * asked for now; messages that the index leaves in doubt, for being too new, too long or too
 * broken, are read if the answer hangs on them. What is read whole and is missing from the index
 * goes into it, so that a search that was slow once is not slow twice.
 */
public final class IndexedSearchEngine implements SearchEngine {
    private static final Logger LOGGER = LoggerFactory.getLogger(IndexedSearchEngine.class);

    private final ContentIndex index;
    private final int mostRead;

    /** Reads as many messages as it takes. */
    public IndexedSearchEngine(ContentIndex index) {
        this(index, Integer.MAX_VALUE);
    }

    /**
     * @param mostRead messages that one search may read
     */
    public IndexedSearchEngine(ContentIndex index, int mostRead) {
        this.index = index;
        this.mostRead = mostRead;
    }

    @Override
    public Mono<Uids> search(MailboxView mailbox, SearchKey key) {
        return LiveFacts.of(mailbox, key)
                .flatMap(
                        live ->
                                ask(mailbox, key)
                                        .flatMap(known -> decide(mailbox, key, live, known)));
    }

    /** An index that cannot be asked knows nothing. */
    private Mono<Known> ask(MailboxView mailbox, SearchKey key) {
        List<ContentKey> contents = key.leaves(ContentKey.class);
        if (contents.isEmpty()) {
            return Mono.just(new Known(Answer.unknown(Uids.NONE, contents), true));
        }
        return index.match(mailbox.mailbox(), mailbox.uids(), contents)
                .map(answer -> new Known(answer, true))
                .onErrorResume(
                        e -> {
                            LOGGER.warn("The search index cannot be asked; reading messages", e);
                            return Mono.fromSupplier(
                                    () ->
                                            new Known(
                                                    Answer.unknown(mailbox.uids(), contents),
                                                    false));
                        });
    }

    /** What was heard from the index, and whether it could be asked. */
    private record Known(Answer answer, boolean available) {}

    private Mono<Uids> decide(MailboxView mailbox, SearchKey key, LiveFacts live, Known known) {
        Verdict verdict = new Judgement(live, known.answer().verdicts()).on(key);
        Uids sure = mailbox.uids().atPlaces(verdict.sure());
        Uids doubtful = mailbox.uids().atPlaces(verdict.doubtful());
        if (doubtful.isEmpty()) {
            return Mono.just(sure);
        }
        if (doubtful.size() > mostRead) {
            return Mono.error(new SearchTooLarge(doubtful.size(), mostRead, known.available()));
        }
        return settle(mailbox, key, live, doubtful, known).map(found -> union(sure, found));
    }

    private Mono<Uids> settle(
            MailboxView mailbox, SearchKey key, LiveFacts live, Uids doubtful, Known known) {
        boolean body = !key.leaves(ContentKey.class).stream().allMatch(ContentKey::inHeader);
        boolean repair = body && known.available() && index.keeps();
        return mailbox.read(doubtful, body)
                .concatMap(
                        message ->
                                repair && known.answer().missing().contains(message.uid())
                                        ? repaired(mailbox, message)
                                        : Mono.just(message))
                .filter(message -> live.has(message.uid()))
                .filter(message -> new Match(live.get(message.uid()), message.text()).matches(key))
                .map(ReadMessage::uid)
                .collectList()
                .map(Uids::of);
    }

    private Mono<ReadMessage> repaired(MailboxView mailbox, ReadMessage message) {
        return index.add(mailbox.mailbox(), message.uid(), message.text())
                .onErrorResume(
                        e -> {
                            LOGGER.warn("A message could not be put into the search index", e);
                            return Mono.empty();
                        })
                .thenReturn(message);
    }

    private static Uids union(Uids one, Uids other) {
        return Uids.of(LongStream.concat(one.stream(), other.stream()));
    }
}
