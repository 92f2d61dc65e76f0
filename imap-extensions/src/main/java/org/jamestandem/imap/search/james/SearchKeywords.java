package org.jamestandem.imap.search.james;

import static org.apache.james.mailbox.model.SearchQuery.address;
import static org.apache.james.mailbox.model.SearchQuery.all;
import static org.apache.james.mailbox.model.SearchQuery.and;
import static org.apache.james.mailbox.model.SearchQuery.flagIsSet;
import static org.apache.james.mailbox.model.SearchQuery.flagIsUnSet;
import static org.apache.james.mailbox.model.SearchQuery.not;
import static org.apache.james.mailbox.model.SearchQuery.or;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.mail.Flags.Flag;
import org.apache.james.imap.decode.DecodingException;
import org.apache.james.mailbox.model.MessageId;
import org.apache.james.mailbox.model.SearchQuery;
import org.apache.james.mailbox.model.SearchQuery.AddressType;
import org.apache.james.mailbox.model.SearchQuery.Criterion;
import org.apache.james.mailbox.model.SearchQuery.DateResolution;
import org.apache.james.mailbox.model.ThreadId;

/**
 * The search keys that are a word and its arguments: RFC 3501 §6.4.4, WITHIN (RFC 5032), OBJECTID
 * (RFC 8474) and SAVEDATE (RFC 8514).
 */
final class SearchKeywords {
    /** Reads the arguments of one key. */
    interface Arguments {
        SearchKey read(SearchArguments arguments) throws DecodingException;
    }

    private interface DateCriterion {
        Criterion of(Date date, DateResolution resolution);
    }

    private static final Criterion NOTHING = not(all());

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
        flag("ANSWERED", Flag.ANSWERED);
        flag("DELETED", Flag.DELETED);
        flag("DRAFT", Flag.DRAFT);
        flag("FLAGGED", Flag.FLAGGED);
        flag("SEEN", Flag.SEEN);
        fixed("RECENT", flagIsSet(Flag.RECENT));
        fixed("OLD", flagIsUnSet(Flag.RECENT));
        fixed("NEW", and(flagIsSet(Flag.RECENT), flagIsUnSet(Flag.SEEN)));
        with("KEYWORD", arguments -> flagIsSet(arguments.atom()));
        with("UNKEYWORD", arguments -> flagIsUnSet(arguments.atom()));
    }

    private void texts() {
        with("BCC", arguments -> address(AddressType.Bcc, arguments.text()));
        with("CC", arguments -> address(AddressType.Cc, arguments.text()));
        with("FROM", arguments -> address(AddressType.From, arguments.text()));
        with("TO", arguments -> address(AddressType.To, arguments.text()));
        with("SUBJECT", arguments -> SearchQuery.subject(arguments.text()));
        with("BODY", arguments -> SearchQuery.bodyContains(arguments.text()));
        with("TEXT", arguments -> SearchQuery.mailContains(arguments.text()));
        with("HEADER", arguments -> header(arguments.text(), arguments.text()));
    }

    private void dates() {
        dates(
                "BEFORE",
                "ON",
                "SINCE",
                SearchQuery::internalDateBefore,
                SearchQuery::internalDateOn,
                SearchQuery::internalDateAfter);
        dates(
                "SENTBEFORE",
                "SENTON",
                "SENTSINCE",
                SearchQuery::sentDateBefore,
                SearchQuery::sentDateOn,
                SearchQuery::sentDateAfter);
        dates(
                "SAVEDBEFORE",
                "SAVEDON",
                "SAVEDSINCE",
                SearchQuery::saveDateBefore,
                SearchQuery::saveDateOn,
                SearchQuery::saveDateAfter);
        fixed("SAVEDATESUPPORTED", SearchQuery.saveDateSupported());
        within("YOUNGER", SearchQuery::internalDateAfter);
        within("OLDER", SearchQuery::internalDateBefore);
    }

    private void others() {
        fixed("ALL", all());
        with("LARGER", arguments -> SearchQuery.sizeGreaterThan(arguments.number()));
        with("SMALLER", arguments -> SearchQuery.sizeLessThan(arguments.number()));
        keywords.put("UID", SearchArguments::uids);
        keywords.put("MODSEQ", SearchArguments::modSeq);
        identifier("EMAILID", SearchQuery::hasMessageId);
        identifier("THREADID", id -> SearchQuery.threadId(ThreadId.fromBaseMessageId(id)));
        keywords.put("NOT", arguments -> new SearchKey.Not(arguments.key()));
        keywords.put("OR", arguments -> new SearchKey.Or(arguments.key(), arguments.key()));
    }

    private void flag(String name, Flag flag) {
        fixed(name, flagIsSet(flag));
        fixed("UN" + name, flagIsUnSet(flag));
    }

    private void dates(
            String before,
            String on,
            String since,
            DateCriterion isBefore,
            DateCriterion isOn,
            DateCriterion isAfter) {
        with(before, arguments -> isBefore.of(arguments.date(), DateResolution.Day));
        with(on, arguments -> isOn.of(arguments.date(), DateResolution.Day));
        with(
                since,
                arguments -> {
                    Date date = arguments.date();
                    return or(
                            isOn.of(date, DateResolution.Day),
                            isAfter.of(date, DateResolution.Day));
                });
    }

    private void within(String name, DateCriterion beyond) {
        keywords.put(
                name,
                arguments -> {
                    long seconds = arguments.positiveNumber();
                    return new SearchKey.Indexed(
                            moment -> {
                                Instant edge = moment.now().minusSeconds(seconds);
                                Date date = Date.from(edge);
                                return or(
                                        SearchQuery.internalDateOn(date, DateResolution.Second),
                                        beyond.of(date, DateResolution.Second));
                            });
                });
    }

    private void identifier(String name, Function<MessageId, Criterion> criterion) {
        keywords.put(
                name,
                arguments -> {
                    String text = arguments.atom();
                    return new SearchKey.Indexed(
                            moment -> identified(moment, text).map(criterion).orElse(NOTHING));
                });
    }

    /** Empty for what this server can never have given as an identifier. */
    private static Optional<MessageId> identified(SearchMoment moment, String text) {
        try {
            return Optional.of(moment.messageIds().fromString(text));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Criterion header(String name, String value) {
        return value.isEmpty()
                ? SearchQuery.headerExists(name)
                : SearchQuery.headerContains(name, value);
    }

    private void fixed(String name, Criterion criterion) {
        keywords.put(name, arguments -> SearchKey.Indexed.always(criterion));
    }

    private void with(String name, CriterionReader reader) {
        keywords.put(name, arguments -> SearchKey.Indexed.always(reader.read(arguments)));
    }

    private interface CriterionReader {
        Criterion read(SearchArguments arguments) throws DecodingException;
    }
}
