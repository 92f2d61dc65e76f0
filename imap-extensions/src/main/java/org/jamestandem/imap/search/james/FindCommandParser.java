package org.jamestandem.imap.search.james;

import com.google.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.james.imap.api.ImapConstants;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.api.Tag;
import org.apache.james.imap.api.display.HumanReadableText;
import org.apache.james.imap.api.message.response.StatusResponse.ResponseCode;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.decode.DecodingException;
import org.apache.james.imap.decode.ImapRequestLineReader;
import org.apache.james.imap.decode.parser.SearchCommandParser;

/**
 * Parses SEARCH and UID SEARCH (RFC 3501 §6.4.4, RFC 4466 §2.6.1).
 *
 * <p>James hands UID commands only to subclasses of a type that no other package can extend; its
 * parser is the way in, and nothing else of it is used.
 */
public final class FindCommandParser extends SearchCommandParser {
    private final StatusResponseFactory responses;
    private final SearchProgramParser programs = new SearchProgramParser();

    @Inject
    public FindCommandParser(StatusResponseFactory responses) {
        super(responses);
        this.responses = responses;
    }

    @Override
    protected ImapMessage decode(
            ImapRequestLineReader line, Tag tag, boolean useUids, ImapSession session) {
        try {
            return request(line, tag, useUids);
        } catch (DecodingException e) {
            return responses.taggedBad(tag, ImapConstants.SEARCH_COMMAND, e.getKey());
        }
    }

    private ImapMessage request(ImapRequestLineReader line, Tag tag, boolean useUids)
            throws DecodingException {
        Optional<String> word = LeadingWord.of(line);
        Optional<ReturnOptions> options = Optional.empty();
        if (LeadingWord.is(word, "RETURN")) {
            options = Optional.of(ReturnOptions.read(line));
            word = LeadingWord.of(line);
        }
        Optional<Charset> charset = Optional.of(StandardCharsets.UTF_8);
        if (LeadingWord.is(word, "CHARSET")) {
            charset = LeadingWord.charset(line.astring());
            word = Optional.empty();
        }
        SearchProgram search =
                programs.parse(line, charset.orElse(StandardCharsets.ISO_8859_1), word);
        return charset.isPresent()
                ? new FindRequest(tag, search, options, useUids)
                : badCharset(tag);
    }

    private ImapMessage badCharset(Tag tag) {
        return responses.taggedNo(
                tag,
                ImapConstants.SEARCH_COMMAND,
                HumanReadableText.BAD_CHARSET,
                ResponseCode.badCharset());
    }
}
