package org.jamestandem.imap.search;

import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** Puts the verdict on a key together from those on its leaves. */
final class Judgement implements SearchKey.Cases<Verdict> {
    private final LiveFacts live;
    private final Map<ContentKey, Verdict> contents;

    Judgement(LiveFacts live, Map<ContentKey, Verdict> contents) {
        this.live = live;
        this.contents = contents;
    }

    /** Messages that have gone meanwhile match nothing. */
    Verdict on(SearchKey key) {
        BitSet there = live.matching(LiveMessage.class::isInstance);
        return Verdict.and(List.of(Verdict.exactly(there), key.fold(this)), live.size());
    }

    @Override
    public Verdict and(List<SearchKey> keys) {
        return Verdict.and(all(keys), live.size());
    }

    @Override
    public Verdict or(List<SearchKey> keys) {
        return Verdict.or(all(keys));
    }

    @Override
    public Verdict not(SearchKey key) {
        return key.fold(this).not(live.size());
    }

    @Override
    public Verdict live(LiveKey key) {
        return Verdict.exactly(live.matching(key::matches));
    }

    @Override
    public Verdict content(ContentKey key) {
        return contents.get(key);
    }

    private List<Verdict> all(List<SearchKey> keys) {
        return keys.stream().map(key -> key.fold(this)).toList();
    }
}
