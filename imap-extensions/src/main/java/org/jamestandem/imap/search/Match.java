package org.jamestandem.imap.search;

import java.util.List;
import org.jamestandem.imap.text.MessageText;

/** Whether one message, of which everything is known, matches a key. */
final class Match implements SearchKey.Cases<Boolean> {
    private final LiveMessage live;
    private final MessageText text;

    Match(LiveMessage live, MessageText text) {
        this.live = live;
        this.text = text;
    }

    boolean matches(SearchKey key) {
        return key.fold(this);
    }

    @Override
    public Boolean and(List<SearchKey> keys) {
        return keys.stream().allMatch(this::matches);
    }

    @Override
    public Boolean or(List<SearchKey> keys) {
        return keys.stream().anyMatch(this::matches);
    }

    @Override
    public Boolean not(SearchKey key) {
        return !matches(key);
    }

    @Override
    public Boolean live(LiveKey key) {
        return key.matches(live);
    }

    @Override
    public Boolean content(ContentKey key) {
        return key.matches(text);
    }
}
