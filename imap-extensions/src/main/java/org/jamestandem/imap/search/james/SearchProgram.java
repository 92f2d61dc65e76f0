package org.jamestandem.imap.search.james;

import org.jamestandem.imap.search.SearchKey;

/** The search keys of one command. */
public final class SearchProgram {
    private final Term root;
    private final boolean modSeq;

    SearchProgram(Term root, boolean modSeq) {
        this.root = root;
        this.modSeq = modSeq;
    }

    SearchKey in(SearchScope scope) {
        return root.in(scope);
    }

    /**
     * Whether MODSEQ is among the keys, so that the response carries the highest mod-sequence and
     * CONDSTORE is on from now (RFC 7162 §3.1.5, §3.1.9).
     */
    public boolean modSeq() {
        return modSeq;
    }
}
