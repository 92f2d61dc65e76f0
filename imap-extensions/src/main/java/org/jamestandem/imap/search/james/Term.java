package org.jamestandem.imap.search.james;

import org.jamestandem.imap.search.SearchKey;

/** A search key as it was written. What it means may hang on the session that asks. */
interface Term {
    SearchKey in(SearchScope scope);

    /** A key that means the same to everybody. */
    static Term always(SearchKey key) {
        return scope -> key;
    }
}
