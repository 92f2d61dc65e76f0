package org.jamestandem.imap.search.james;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.apache.james.imap.api.display.HumanReadableText;
import org.apache.james.imap.api.message.IdRange;
import org.apache.james.imap.api.message.UidRange;
import org.apache.james.imap.decode.DecodingException;
import org.apache.james.imap.decode.ImapRequestLineReader;
import org.apache.james.mailbox.model.SearchQuery;

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

    /** Keys up to the end of the line. */
    SearchProgram program() throws DecodingException {
        List<SearchKey> all = new ArrayList<>();
        do {
            all.add(key());
        } while (line.nextChar() == ' ' && line.nextWordCharLenient().isPresent());
        line.eol();
        return new SearchProgram(all.size() == 1 ? all.get(0) : new SearchKey.And(all), modSeq);
    }

    /** One key, with the keys inside it. */
    SearchKey key() throws DecodingException {
        if (++keys > SearchProgramParser.MOST_KEYS || depth >= SearchProgramParser.DEEPEST) {
            throw new DecodingException(
                    SearchProgramParser.TOO_COMPLEX, "search program too complex");
        }
        depth++;
        SearchKey key = undecidedKey();
        depth--;
        return key;
    }

    private SearchKey undecidedKey() throws DecodingException {
        char first = line.nextWordChar();
        if (first == '(') {
            return group();
        }
        if (first == '$') {
            line.consume();
            return new SearchKey.Named(SearchedMailbox::saved);
        }
        if (first == '*' || Character.isDigit(first)) {
            IdRange[] ranges = line.parseIdRange();
            return new SearchKey.Named(mailbox -> mailbox.bySequence(ranges));
        }
        String name = line.atom();
        return keywords.named(name)
                .orElseThrow(() -> illegal("unknown search key " + name))
                .read(this);
    }

    private SearchKey group() throws DecodingException {
        List<SearchKey> all = new ArrayList<>();
        line.consumeChar('(');
        while (line.nextWordChar() != ')') {
            all.add(key());
        }
        line.consumeChar(')');
        if (all.isEmpty()) {
            throw illegal("empty search key list");
        }
        return new SearchKey.And(all);
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

    Date date() throws DecodingException {
        boolean quoted = line.nextWordChar() == '"';
        if (quoted) {
            line.consumeChar('"');
        }
        Date date = line.date().toDate();
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

    SearchKey uids() throws DecodingException {
        if (line.nextWordChar() == '$') {
            line.consume();
            return new SearchKey.Named(SearchedMailbox::saved);
        }
        UidRange[] ranges = line.parseUidRange();
        return new SearchKey.Named(mailbox -> mailbox.byUid(ranges));
    }

    /** Entry name and type may be given and change nothing (RFC 7162 §3.1.5). */
    SearchKey modSeq() throws DecodingException {
        if (line.nextWordChar() == '"') {
            line.consumeQuoted();
            atom();
        }
        long least = number();
        modSeq = true;
        return SearchKey.Indexed.always(
                SearchQuery.or(
                        SearchQuery.modSeqEquals(least), SearchQuery.modSeqGreaterThan(least)));
    }

    private static DecodingException illegal(String why) {
        return new DecodingException(HumanReadableText.ILLEGAL_ARGUMENTS, why);
    }
}
