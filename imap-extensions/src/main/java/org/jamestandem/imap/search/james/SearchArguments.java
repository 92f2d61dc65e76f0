package org.jamestandem.imap.search.james;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.james.imap.api.display.HumanReadableText;
import org.apache.james.imap.api.message.IdRange;
import org.apache.james.imap.api.message.UidRange;
import org.apache.james.imap.decode.DecodingException;
import org.apache.james.imap.decode.ImapRequestLineReader;
import org.jamestandem.imap.search.LiveKey;
import org.jamestandem.imap.search.SearchKey;
import org.jamestandem.imap.search.UidRanges;

/** Reads the search keys of one command off the line. */
final class SearchArguments {
    private static final int LONGEST_NUMBER = 18;

    private final SearchKeywords keywords;
    private final ImapRequestLineReader line;
    private final Charset charset;
    private int keys;
    private int depth;
    private boolean modSeq;

    SearchArguments(SearchKeywords keywords, ImapRequestLineReader line, Charset charset) {
        this.keywords = keywords;
        this.line = line;
        this.charset = charset;
    }

    /**
     * Keys up to the end of the line.
     *
     * @param first name of the first key, if it was read already
     */
    SearchProgram program(Optional<String> first) throws DecodingException {
        List<Term> all = new ArrayList<>();
        if (first.isPresent()) {
            all.add(key(first));
        }
        while (all.isEmpty() || line.nextChar() == ' ' && line.nextWordCharLenient().isPresent()) {
            all.add(key());
        }
        line.eol();
        return new SearchProgram(all.size() == 1 ? all.get(0) : and(all), modSeq);
    }

    /** One key, with the keys inside it. */
    Term key() throws DecodingException {
        return key(Optional.empty());
    }

    private Term key(Optional<String> name) throws DecodingException {
        if (++keys > SearchProgramParser.MOST_KEYS || depth >= SearchProgramParser.DEEPEST) {
            throw new DecodingException(
                    SearchProgramParser.TOO_COMPLEX, "search program too complex");
        }
        depth++;
        Term key = name.isPresent() ? named(name.get()) : undecidedKey();
        depth--;
        return key;
    }

    private Term undecidedKey() throws DecodingException {
        char first = line.nextWordChar();
        if (first == '(') {
            return group();
        }
        if (first == '$') {
            line.consume();
            return uids(SearchScope::bySavedResult);
        }
        if (first == '*' || Character.isDigit(first)) {
            IdRange[] ranges = line.parseIdRange();
            return uids(scope -> scope.bySequence(ranges));
        }
        return named(line.atom());
    }

    private Term named(String name) throws DecodingException {
        return keywords.named(name)
                .orElseThrow(() -> illegal("unknown search key " + name))
                .read(this);
    }

    private Term group() throws DecodingException {
        List<Term> all = new ArrayList<>();
        line.consumeChar('(');
        while (line.nextWordChar() != ')') {
            all.add(key());
        }
        line.consumeChar(')');
        if (all.isEmpty()) {
            throw illegal("empty search key list");
        }
        return and(all);
    }

    String text() throws DecodingException {
        return line.astring(charset);
    }

    String atom() throws DecodingException {
        String atom = line.atom();
        if (atom.isEmpty()) {
            throw illegal("missing argument");
        }
        return atom;
    }

    LocalDate date() throws DecodingException {
        boolean quoted = line.nextWordChar() == '"';
        if (quoted) {
            line.consumeChar('"');
        }
        LocalDate date = LocalDate.ofInstant(line.date().toDate().toInstant(), ZoneOffset.UTC);
        if (quoted) {
            line.consumeChar('"');
        }
        return date;
    }

    long number() throws DecodingException {
        String digits = line.consumeWord(chr -> chr >= '0' && chr <= '9', true);
        if (digits.isEmpty() || digits.length() > LONGEST_NUMBER) {
            throw illegal("not a number");
        }
        return Long.parseLong(digits);
    }

    long positiveNumber() throws DecodingException {
        long number = number();
        if (number == 0) {
            throw illegal("zero");
        }
        return number;
    }

    Term uids() throws DecodingException {
        if (line.nextWordChar() == '$') {
            line.consume();
            return uids(SearchScope::bySavedResult);
        }
        UidRange[] ranges = line.parseUidRange();
        return uids(scope -> scope.byUid(ranges));
    }

    /** Entry name and type may be given and change nothing (RFC 7162 §3.1.5). */
    Term modSeq() throws DecodingException {
        if (line.nextWordChar() == '"') {
            line.consumeQuoted();
            atom();
        }
        modSeq = true;
        return Term.always(new SearchKey.Live(new LiveKey.ModSeq(number())));
    }

    private static Term uids(Function<SearchScope, UidRanges> ranges) {
        return scope -> new SearchKey.Live(new LiveKey.Uid(ranges.apply(scope)));
    }

    private static Term and(List<Term> keys) {
        return scope -> new SearchKey.And(keys.stream().map(key -> key.in(scope)).toList());
    }

    private static DecodingException illegal(String why) {
        return new DecodingException(HumanReadableText.ILLEGAL_ARGUMENTS, why);
    }
}
