package org.jamestandem.imap.search;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One search criterion (RFC 3501 §6.4.4), with everything resolved that only the asking session
 * knows: message numbers, {@code *}, saved results, filters.
 */
public sealed interface SearchKey {
    /** What to do with each kind of key. */
    interface Cases<R> {
        R and(List<SearchKey> keys);

        R or(List<SearchKey> keys);

        R not(SearchKey key);

        R live(LiveKey key);

        R content(ContentKey key);
    }

    /** Applies the case that fits. */
    <R> R fold(Cases<R> cases);

    /** The keys directly inside this one. */
    default List<SearchKey> inner() {
        return List.of();
    }

    /** This key and all inside it. */
    default Stream<SearchKey> flatten() {
        return Stream.concat(Stream.of(this), inner().stream().flatMap(SearchKey::flatten));
    }

    /** Every message. */
    static SearchKey all() {
        return new And(List.of());
    }

    /** No message. */
    static SearchKey none() {
        return new Or(List.of());
    }

    /** Messages that match every key; all messages when there is none. */
    record And(List<SearchKey> inner) implements SearchKey {
        public And {
            inner = List.copyOf(inner);
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.and(inner);
        }
    }

    /** Messages that match one key at least; no message when there is none. */
    record Or(List<SearchKey> inner) implements SearchKey {
        public Or {
            inner = List.copyOf(inner);
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.or(inner);
        }
    }

    /** Messages that do not match the key. */
    record Not(SearchKey key) implements SearchKey {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.not(key);
        }

        @Override
        public List<SearchKey> inner() {
            return List.of(key);
        }
    }

    /** What the server knows without reading the message, and what may change. */
    record Live(LiveKey key) implements SearchKey {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.live(key);
        }
    }

    /** What the message itself says; it never changes. */
    record Content(ContentKey key) implements SearchKey {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.content(key);
        }
    }

    /** What stands at the leaves, of one kind. */
    default <L> List<L> leaves(Class<L> kind) {
        Function<SearchKey, Object> leaf =
                key ->
                        key instanceof Live live
                                ? live.key()
                                : key instanceof Content content ? content.key() : key;
        return flatten().map(leaf).filter(kind::isInstance).map(kind::cast).distinct().toList();
    }
}
