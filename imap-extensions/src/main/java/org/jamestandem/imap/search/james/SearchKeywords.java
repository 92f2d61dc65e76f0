package org.jamestandem.imap.search.james;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.james.imap.decode.DecodingException;
import org.jamestandem.imap.search.ContentKey;
import org.jamestandem.imap.search.DateTest;
import org.jamestandem.imap.search.LiveKey;
import org.jamestandem.imap.search.Needle;
import org.jamestandem.imap.search.SearchKey;
import org.jamestandem.imap.search.SystemFlag;
import org.jamestandem.imap.text.AddressField;

/**
 * The search keys that are a word and its arguments: RFC 3501 §6.4.4, WITHIN (RFC 5032), OBJECTID
 * (RFC 8474) and SAVEDATE (RFC 8514).
 */
final class SearchKeywords {
    /** Reads the arguments of one key. */
    interface Arguments {
        Term read(SearchArguments arguments) throws DecodingException;
    }

    private interface ContentReader {
        ContentKey read(SearchArguments arguments) throws DecodingException;
    }

    private interface LiveReader {
        LiveKey read(SearchArguments arguments) throws DecodingException;
    }

    /** Longer than mail exists, and short enough to be taken off any date. */
    private static final long LONGEST_AGE_SECONDS = 1L << 40;

    private final Map<String, Arguments> keywords = new HashMap<>();

    SearchKeywords() {
        flags();
        texts();
        dates();
        others();
    }

    /** How the key of that name is read, in any case. */
    Optional<Arguments> named(String name) {
        return Optional.ofNullable(keywords.get(name.toUpperCase(Locale.ROOT)));
    }

    private void flags() {
        flag("ANSWERED", SystemFlag.ANSWERED);
        flag("DELETED", SystemFlag.DELETED);
        flag("DRAFT", SystemFlag.DRAFT);
        flag("FLAGGED", SystemFlag.FLAGGED);
        flag("SEEN", SystemFlag.SEEN);
        fixed("RECENT", flag(SystemFlag.RECENT, true));
        fixed("OLD", flag(SystemFlag.RECENT, false));
        fixed(
                "NEW",
                new SearchKey.And(
                        List.of(flag(SystemFlag.RECENT, true), flag(SystemFlag.SEEN, false))));
        live("KEYWORD", arguments -> new LiveKey.Keyword(arguments.atom(), true));
        live("UNKEYWORD", arguments -> new LiveKey.Keyword(arguments.atom(), false));
    }

    private void texts() {
        for (AddressField field : AddressField.values()) {
            content(field.name(), arguments -> new ContentKey.Address(field, needle(arguments)));
        }
        content("SUBJECT", arguments -> new ContentKey.Header("Subject", needle(arguments)));
        content("BODY", arguments -> new ContentKey.Body(needle(arguments)));
        content("TEXT", arguments -> new ContentKey.Text(needle(arguments)));
        content("HEADER", arguments -> new ContentKey.Header(arguments.text(), needle(arguments)));
    }

    private void dates() {
        dates("BEFORE", "ON", "SINCE", test -> new SearchKey.Live(new LiveKey.Received(test)));
        dates(
                "SAVEDBEFORE",
                "SAVEDON",
                "SAVEDSINCE",
                test -> new SearchKey.Live(new LiveKey.Saved(test)));
        dates(
                "SENTBEFORE",
                "SENTON",
                "SENTSINCE",
                test -> new SearchKey.Content(new ContentKey.Sent(test)));
        fixed("SAVEDATESUPPORTED", new SearchKey.Live(new LiveKey.SaveDateKept()));
        within("YOUNGER", true);
        within("OLDER", false);
    }

    private void others() {
        fixed("ALL", SearchKey.all());
        live("LARGER", arguments -> new LiveKey.Larger(arguments.number()));
        live("SMALLER", arguments -> new LiveKey.Smaller(arguments.number()));
        live("EMAILID", arguments -> new LiveKey.EmailId(arguments.atom()));
        live("THREADID", arguments -> new LiveKey.ThreadId(arguments.atom()));
        keywords.put("UID", SearchArguments::uids);
        keywords.put("MODSEQ", SearchArguments::modSeq);
        keywords.put(
                "NOT",
                arguments -> {
                    Term key = arguments.key();
                    return scope -> new SearchKey.Not(key.in(scope));
                });
        keywords.put(
                "OR",
                arguments -> {
                    Term one = arguments.key();
                    Term other = arguments.key();
                    return scope -> new SearchKey.Or(List.of(one.in(scope), other.in(scope)));
                });
    }

    private void flag(String name, SystemFlag flag) {
        fixed(name, flag(flag, true));
        fixed("UN" + name, flag(flag, false));
    }

    private void dates(String before, String on, String since, Function<DateTest, SearchKey> key) {
        date(before, DateTest.Relation.BEFORE, key);
        date(on, DateTest.Relation.ON, key);
        date(since, DateTest.Relation.SINCE, key);
    }

    private void date(String name, DateTest.Relation relation, Function<DateTest, SearchKey> key) {
        keywords.put(
                name,
                arguments -> Term.always(key.apply(new DateTest(relation, arguments.date()))));
    }

    private void within(String name, boolean younger) {
        keywords.put(
                name,
                arguments -> {
                    long seconds = Math.min(arguments.positiveNumber(), LONGEST_AGE_SECONDS);
                    return scope ->
                            new SearchKey.Live(
                                    new LiveKey.Age(scope.now().minusSeconds(seconds), younger));
                });
    }

    private void fixed(String name, SearchKey key) {
        keywords.put(name, arguments -> Term.always(key));
    }

    private void live(String name, LiveReader reader) {
        keywords.put(name, arguments -> Term.always(new SearchKey.Live(reader.read(arguments))));
    }

    private void content(String name, ContentReader reader) {
        keywords.put(name, arguments -> Term.always(new SearchKey.Content(reader.read(arguments))));
    }

    private static SearchKey flag(SystemFlag flag, boolean set) {
        return new SearchKey.Live(new LiveKey.Flag(flag, set));
    }

    private static Needle needle(SearchArguments arguments) throws DecodingException {
        return Needle.of(arguments.text());
    }
}
