package org.jamestandem.imap.search.lucene;

import java.util.function.Function;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jamestandem.imap.search.ContentKey;
import org.jamestandem.imap.search.DateTest;
import org.jamestandem.imap.search.Needle;

/** Content keys as queries over {@link Grams}. */
final class GramQueries implements ContentKey.Cases<GramQueries.Plan> {
    /** Longer strings are looked for by their beginning. */
    private static final int LONGEST = 600;

    /**
     * @param query for documents that may match
     * @param exact whether all that it finds do match
     */
    record Plan(Query query, boolean exact) {
        static Plan exact(Query query) {
            return new Plan(query, true);
        }

        Plan or(Plan other) {
            return new Plan(
                    new BooleanQuery.Builder()
                            .add(query, Occur.SHOULD)
                            .add(other.query, Occur.SHOULD)
                            .build(),
                    exact && other.exact);
        }
    }

    @Override
    public Plan header(ContentKey.Header key) {
        if (!Fields.isIndexed(key.name())) {
            return new Plan(new MatchAllDocsQuery(), false);
        }
        return key.needle().isEmpty()
                ? Plan.exact(term(Fields.NAMES, key.name()))
                : grams(Fields.VALUES, Fields.valueMark(key.name()), key.needle());
    }

    @Override
    public Plan address(ContentKey.Address key) {
        Plan asItStands =
                new ContentKey.Header(key.field().lowerCaseName(), key.needle()).fold(this);
        return key.needle().isEmpty()
                ? asItStands
                : asItStands.or(
                        grams(Fields.VALUES, Fields.addressMark(key.field()), key.needle()));
    }

    @Override
    public Plan body(ContentKey.Body key) {
        return everywhere(key.needle(), needle -> grams(Fields.BODY, "", needle));
    }

    @Override
    public Plan text(ContentKey.Text key) {
        return everywhere(
                key.needle(),
                needle -> grams(Fields.BODY, "", needle).or(grams(Fields.HEADER, "", needle)));
    }

    @Override
    public Plan sent(ContentKey.Sent key) {
        DateTest test = key.test();
        long day = test.day().toEpochDay();
        return Plan.exact(
                switch (test.relation()) {
                    case BEFORE -> days(Long.MIN_VALUE, day - 1);
                    case ON -> days(day, day);
                    case SINCE -> days(day, Long.MAX_VALUE);
                });
    }

    @Override
    public Plan attachmentName(ContentKey.AttachmentName key) {
        return key.needle().isEmpty()
                ? Plan.exact(term(Fields.FILE_TRAITS, Fields.HAS_FILE_NAME))
                : grams(Fields.FILE_NAMES, "", key.needle());
    }

    @Override
    public Plan attachmentBody(ContentKey.AttachmentBody key) {
        return key.needle().isEmpty()
                ? Plan.exact(term(Fields.FILE_TRAITS, Fields.HAS_FILE))
                : grams(Fields.FILES, "", key.needle());
    }

    private static Plan everywhere(Needle needle, Function<Needle, Plan> otherwise) {
        return needle.isEmpty() ? Plan.exact(new MatchAllDocsQuery()) : otherwise.apply(needle);
    }

    private static Plan grams(String field, String mark, Needle needle) {
        int[] characters = needle.canonical().codePoints().toArray();
        if (characters.length < Grams.LENGTH) {
            String prefix = mark + new String(characters, 0, characters.length);
            return Plan.exact(new PrefixQuery(new Term(field, prefix)));
        }
        int length = Math.min(characters.length, LONGEST);
        Query phrase = phrase(field, mark, characters, length);
        return new Plan(phrase, length == characters.length);
    }

    /** Grams side by side; the last one overlaps if it must. Together they cover the string. */
    private static Query phrase(String field, String mark, int[] characters, int length) {
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        int last = length - Grams.LENGTH;
        for (int at = 0; at < last; at += Grams.LENGTH) {
            phrase.add(gram(field, mark, characters, at), at);
        }
        return phrase.add(gram(field, mark, characters, last), last).build();
    }

    private static Term gram(String field, String mark, int[] characters, int at) {
        return new Term(field, mark + new String(characters, at, Grams.LENGTH));
    }

    private static Query days(long first, long last) {
        return LongField.newRangeQuery(Fields.SENT, first, last);
    }

    private static Query term(String field, String value) {
        return new TermQuery(new Term(field, value));
    }
}
