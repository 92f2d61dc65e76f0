package org.jamestandem.imap.search;

import java.util.List;
import org.jamestandem.imap.text.AddressField;

/** Short names for keys in tests. */
public final class Keys {
    private Keys() {}

    public static SearchKey body(String text) {
        return content(new ContentKey.Body(Needle.of(text)));
    }

    public static SearchKey text(String text) {
        return content(new ContentKey.Text(Needle.of(text)));
    }

    public static SearchKey header(String name, String text) {
        return content(new ContentKey.Header(name, Needle.of(text)));
    }

    public static SearchKey subject(String text) {
        return header("Subject", text);
    }

    public static SearchKey from(String text) {
        return content(new ContentKey.Address(AddressField.FROM, Needle.of(text)));
    }

    public static SearchKey flag(SystemFlag flag) {
        return live(new LiveKey.Flag(flag, true));
    }

    public static SearchKey uid(long uid) {
        return live(new LiveKey.Uid(UidRanges.between(uid, uid)));
    }

    public static SearchKey not(SearchKey key) {
        return new SearchKey.Not(key);
    }

    public static SearchKey or(SearchKey... keys) {
        return new SearchKey.Or(List.of(keys));
    }

    public static SearchKey and(SearchKey... keys) {
        return new SearchKey.And(List.of(keys));
    }

    public static SearchKey content(ContentKey key) {
        return new SearchKey.Content(key);
    }

    public static SearchKey live(LiveKey key) {
        return new SearchKey.Live(key);
    }
}
