package org.jamestandem.imap.sort.james;

import com.google.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.james.imap.api.ImapCommand;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.api.Tag;
import org.apache.james.imap.api.display.HumanReadableText;
import org.apache.james.imap.api.message.response.StatusResponse.ResponseCode;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.decode.DecodingException;
import org.apache.james.imap.decode.ImapRequestLineReader;
import org.apache.james.imap.decode.parser.SearchCommandParser;
import org.jamestandem.imap.search.james.ReturnOptions;
import org.jamestandem.imap.search.james.SearchProgram;
import org.jamestandem.imap.search.james.SearchProgramParser;
import org.jamestandem.imap.sort.SortCriterion;
import org.jamestandem.imap.sort.SortKey;
import org.jamestandem.imap.sort.SortProgram;

/**
 * Parses SORT and UID SORT (RFC 5256 §5).
 *
 * <p>James hands UID commands only to subclasses of a type that no other package can extend; its
 * parser of SEARCH is the way in, and nothing else of it is used.
 */
public final class SortCommandParser extends SearchCommandParser {
    private static final String RETURN = "RETURN";
    private static final String REVERSE = "REVERSE";

    private final StatusResponseFactory responses;
    private final SearchProgramParser searchPrograms = new SearchProgramParser();

    @Inject
    public SortCommandParser(StatusResponseFactory responses) {
        super(responses);
        this.responses = responses;
    }

    @Override
    public ImapCommand getCommand() {
        return SortRequest.COMMAND;
    }

    @Override
    protected ImapMessage decode(
            ImapRequestLineReader line, Tag tag, boolean useUids, ImapSession session) {
        try {
            Optional<ReturnOptions> options = options(line);
            SortProgram order = order(line);
            Optional<Charset> charset = charset(line.astring());
            SearchProgram search =
                    searchPrograms.parse(line, charset.orElse(StandardCharsets.ISO_8859_1));
            return charset.isPresent()
                    ? new SortRequest(tag, order, search, options, useUids)
                    : badCharset(tag);
        } catch (DecodingException e) {
            return responses.taggedBad(tag, SortRequest.COMMAND, e.getKey());
        }
    }

    /** RETURN and its list, if they come before the order (RFC 5267 §3). */
    private static Optional<ReturnOptions> options(ImapRequestLineReader line)
            throws DecodingException {
        if (!Character.isLetter(line.nextWordChar())) {
            return Optional.empty();
        }
        if (!line.atom().equalsIgnoreCase(RETURN)) {
            throw new DecodingException(
                    HumanReadableText.ILLEGAL_ARGUMENTS, "neither RETURN nor an order");
        }
        return Optional.of(ReturnOptions.read(line));
    }

    private static SortProgram order(ImapRequestLineReader line) throws DecodingException {
        List<SortCriterion> criteria = new ArrayList<>();
        line.nextWordChar();
        line.consumeChar('(');
        do {
            criteria.add(criterion(line));
        } while (line.nextWordChar() != ')');
        line.consumeChar(')');
        return new SortProgram(criteria);
    }

    private static SortCriterion criterion(ImapRequestLineReader line) throws DecodingException {
        String word = line.atom();
        boolean reverse = word.equalsIgnoreCase(REVERSE);
        String key = reverse ? line.atom() : word;
        return SortKey.named(key)
                .map(known -> new SortCriterion(known, reverse))
                .orElseThrow(
                        () ->
                                new DecodingException(
                                        HumanReadableText.ILLEGAL_ARGUMENTS,
                                        "unknown sort key " + key));
    }

    private static Optional<Charset> charset(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private ImapMessage badCharset(Tag tag) {
        return responses.taggedNo(
                tag, SortRequest.COMMAND, HumanReadableText.BAD_CHARSET, ResponseCode.badCharset());
    }
}
