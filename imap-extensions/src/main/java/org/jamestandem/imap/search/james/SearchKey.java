package org.jamestandem.imap.search.james;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.model.SearchQuery;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A search key (RFC 3501 §6.4.4) ready to be answered.
 *
 * <p>Keys that name messages by number are answered from the session, all others by James' search;
 * a key that has both under OR or NOT is put together here, since James' scanning search reads such
 * a query as if the numbers stood alone.
 */
sealed interface SearchKey {
    /** Whether James' search alone answers it. */
    boolean indexed();

    /**
     * The key in James' words; only when {@link #indexed}.
     *
     * @throws IllegalStateException when not indexed
     */
    SearchQuery.Criterion criterion(SearchMoment moment);

    /** The messages that match, known to the session or not. */
    Mono<Set<MessageUid>> matches(SearchedMailbox mailbox);

    /** A key about the message itself. */
    record Indexed(Function<SearchMoment, SearchQuery.Criterion> term) implements SearchKey {
        static Indexed always(SearchQuery.Criterion criterion) {
            return new Indexed(moment -> criterion);
        }

        @Override
        public boolean indexed() {
            return true;
        }

        @Override
        public SearchQuery.Criterion criterion(SearchMoment moment) {
            return term.apply(moment);
        }

        @Override
        public Mono<Set<MessageUid>> matches(SearchedMailbox mailbox) {
            return mailbox.query(List.of(term));
        }
    }

    /** Messages named by sequence number, by unique identifier or as the saved result. */
    record Named(Function<SearchedMailbox, Set<MessageUid>> messages) implements SearchKey {
        @Override
        public boolean indexed() {
            return false;
        }

        @Override
        public SearchQuery.Criterion criterion(SearchMoment moment) {
            throw new IllegalStateException("messages named by number are not searched for");
        }

        @Override
        public Mono<Set<MessageUid>> matches(SearchedMailbox mailbox) {
            return Mono.fromCallable(() -> messages.apply(mailbox));
        }
    }

    /** All of several keys; without any, every message. */
    record And(List<SearchKey> keys) implements SearchKey {
        public And {
            keys = List.copyOf(keys);
        }

        @Override
        public boolean indexed() {
            return keys.stream().allMatch(SearchKey::indexed);
        }

        @Override
        public SearchQuery.Criterion criterion(SearchMoment moment) {
            return SearchQuery.and(keys.stream().map(key -> key.criterion(moment)).toList());
        }

        @Override
        public Mono<Set<MessageUid>> matches(SearchedMailbox mailbox) {
            List<SearchKey> asked = keys.stream().filter(key -> !key.indexed()).toList();
            List<Function<SearchMoment, SearchQuery.Criterion>> terms = new ArrayList<>();
            keys.stream().filter(SearchKey::indexed).forEach(key -> terms.add(key::criterion));
            if (asked.isEmpty()) {
                return mailbox.query(terms);
            }
            return Flux.fromIterable(asked)
                    .concatMap(key -> key.matches(mailbox))
                    .reduce(SearchKey::common)
                    .flatMap(
                            named ->
                                    terms.isEmpty()
                                            ? Mono.just(named)
                                            : mailbox.queryAmong(named, terms));
        }
    }

    /** One of two keys. */
    record Or(SearchKey one, SearchKey other) implements SearchKey {
        @Override
        public boolean indexed() {
            return one.indexed() && other.indexed();
        }

        @Override
        public SearchQuery.Criterion criterion(SearchMoment moment) {
            return SearchQuery.or(one.criterion(moment), other.criterion(moment));
        }

        @Override
        public Mono<Set<MessageUid>> matches(SearchedMailbox mailbox) {
            if (indexed()) {
                return mailbox.query(List.of(this::criterion));
            }
            return one.matches(mailbox)
                    .zipWith(
                            Mono.defer(() -> other.matches(mailbox)),
                            (some, more) -> {
                                Set<MessageUid> either = new HashSet<>(some);
                                either.addAll(more);
                                return either;
                            });
        }
    }

    /** What a key does not match. */
    record Not(SearchKey key) implements SearchKey {
        @Override
        public boolean indexed() {
            return key.indexed();
        }

        @Override
        public SearchQuery.Criterion criterion(SearchMoment moment) {
            return SearchQuery.not(key.criterion(moment));
        }

        @Override
        public Mono<Set<MessageUid>> matches(SearchedMailbox mailbox) {
            if (indexed()) {
                return mailbox.query(List.of(this::criterion));
            }
            return key.matches(mailbox)
                    .map(
                            matching -> {
                                Set<MessageUid> others = new HashSet<>(mailbox.known());
                                others.removeAll(matching);
                                return others;
                            });
        }
    }

    private static Set<MessageUid> common(Set<MessageUid> some, Set<MessageUid> others) {
        Set<MessageUid> both = new HashSet<>(some);
        both.retainAll(others);
        return both;
    }
}
