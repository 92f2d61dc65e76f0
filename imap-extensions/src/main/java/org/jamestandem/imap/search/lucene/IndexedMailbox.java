package org.jamestandem.imap.search.lucene;

import java.io.IOException;
import java.util.BitSet;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.jamestandem.imap.search.ContentKey;
import org.jamestandem.imap.search.Uids;
import org.jamestandem.imap.search.Verdict;

/** One mailbox in one state of the index, held against the uids that are there now. */
final class IndexedMailbox {
    private final IndexSearcher searcher;
    private final Query mailbox;
    private final Uids uids;

    private final BitSet missing;
    private final BitSet headerCut;
    private final BitSet bodyCut;

    IndexedMailbox(IndexSearcher searcher, String mailbox, Uids uids) throws IOException {
        this.searcher = searcher;
        this.mailbox = new TermQuery(new Term(Fields.MAILBOX, mailbox));
        this.uids = uids;
        this.missing = places(new MatchAllDocsQuery());
        missing.flip(0, uids.size());
        this.headerCut = cut(Fields.CUT_HEADER);
        this.bodyCut = cut(Fields.CUT_BODY);
        bodyCut.or(headerCut);
    }

    /** Messages without a document. */
    Uids missing() {
        return uids.atPlaces(missing);
    }

    Verdict on(ContentKey key) throws IOException {
        GramQueries.Plan plan = key.fold(new GramQueries());
        BitSet hits = places(plan.query());
        BitSet doubtful = (BitSet) (key.inHeader() ? headerCut : bodyCut).clone();
        doubtful.or(missing);
        if (plan.exact()) {
            return Verdict.of(hits, doubtful);
        }
        doubtful.or(hits);
        return Verdict.of(new BitSet(), doubtful);
    }

    private BitSet cut(String what) throws IOException {
        return places(new TermQuery(new Term(Fields.CUT, what)));
    }

    /** Where the messages stand that a query finds, as far as they are there now. */
    private BitSet places(Query query) throws IOException {
        Query inMailbox =
                new BooleanQuery.Builder()
                        .add(query, Occur.FILTER)
                        .add(mailbox, Occur.FILTER)
                        .build();
        Weight weight =
                searcher.createWeight(searcher.rewrite(inMailbox), ScoreMode.COMPLETE_NO_SCORES, 1);
        BitSet places = new BitSet(uids.size());
        for (LeafReaderContext leaf : searcher.getLeafContexts()) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer != null) {
                collect(leaf, scorer.iterator(), places);
            }
        }
        return places;
    }

    private void collect(LeafReaderContext leaf, DocIdSetIterator documents, BitSet places)
            throws IOException {
        NumericDocValues uidOf = DocValues.getNumeric(leaf.reader(), Fields.UID);
        Bits live = new Bits(leaf.reader().getLiveDocs());
        int next = 0;
        for (int document = documents.nextDoc();
                document != DocIdSetIterator.NO_MORE_DOCS;
                document = documents.nextDoc()) {
            if (live.has(document) && uidOf.advanceExact(document)) {
                next = mark(uidOf.longValue(), next, places);
            }
        }
    }

    /**
     * Documents come in the order of uids mostly, so the place is looked for where it should be.
     */
    private int mark(long uid, int expected, BitSet places) {
        boolean asExpected = expected < uids.size() && uids.at(expected) == uid;
        int place = asExpected ? expected : uids.placeOf(uid);
        if (place < 0) {
            return expected;
        }
        places.set(place);
        return place + 1;
    }

    /** Lucene has no set where nothing was deleted. */
    private record Bits(org.apache.lucene.util.Bits live) {
        boolean has(int document) {
            return live == null || live.get(document);
        }
    }
}
