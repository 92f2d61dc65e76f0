package org.jamestandem.imap.thread.james;

import com.google.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
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
import org.jamestandem.imap.search.james.SearchProgram;
import org.jamestandem.imap.search.james.SearchProgramParser;
import org.jamestandem.imap.thread.ThreadAlgorithm;

/**
 * Parses THREAD and UID THREAD (RFC 5256 §5).
 *
 * <p>James hands UID commands only to subclasses of a type that no other package can extend; its
 * parser of SEARCH is the way in, and nothing else of it is used.
 */
public final class ThreadCommandParser extends SearchCommandParser {
    private final StatusResponseFactory responses;
    private final SearchProgramParser searchPrograms = new SearchProgramParser();

    @Inject
    public ThreadCommandParser(StatusResponseFactory responses) {
        super(responses);
        this.responses = responses;
    }

    @Override
    public ImapCommand getCommand() {
        return ThreadRequest.COMMAND;
    }

    @Override
    protected ImapMessage decode(
            ImapRequestLineReader line, Tag tag, boolean useUids, ImapSession session) {
        try {
            ThreadAlgorithm algorithm = algorithm(line.atom());
            Optional<Charset> charset = charset(line.astring());
            SearchProgram search =
                    searchPrograms.parse(line, charset.orElse(StandardCharsets.ISO_8859_1));
            return charset.isPresent()
                    ? new ThreadRequest(tag, algorithm, search, useUids)
                    : badCharset(tag);
        } catch (DecodingException e) {
            return responses.taggedBad(tag, ThreadRequest.COMMAND, e.getKey());
        }
    }

    private static ThreadAlgorithm algorithm(String name) throws DecodingException {
        return ThreadAlgorithm.named(name)
                .orElseThrow(
                        () ->
                                new DecodingException(
                                        HumanReadableText.ILLEGAL_ARGUMENTS,
                                        "unknown threading algorithm " + name));
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
                tag,
                ThreadRequest.COMMAND,
                HumanReadableText.BAD_CHARSET,
                ResponseCode.badCharset());
    }
}
