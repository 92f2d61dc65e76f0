package org.jamestandem.imap.search.james;

import com.google.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.api.Tag;
import org.apache.james.imap.api.display.HumanReadableText;
import org.apache.james.imap.api.message.response.StatusResponse.ResponseCode;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.decode.DecodingException;
import org.apache.james.imap.decode.ImapRequestLineReader;
import org.apache.james.imap.decode.base.AbstractImapCommandParser;

/** Parses ESEARCH (RFC 7377 §4). */
public final class ManyCommandParser extends AbstractImapCommandParser {
    private static final int MOST_NAMES = 1_000;

    private final StatusResponseFactory responses;
    private final SearchProgramParser programs = new SearchProgramParser();

    @Inject
    public ManyCommandParser(StatusResponseFactory responses) {
        super(ManyRequest.COMMAND, responses);
        this.responses = responses;
    }

    @Override
    protected ImapMessage decode(ImapRequestLineReader line, Tag tag, ImapSession session)
            throws DecodingException {
        Optional<String> word = LeadingWord.of(line);
        List<MailboxSource> sources = List.of(MailboxSource.SELECTED);
        if (LeadingWord.is(word, "IN")) {
            sources = sources(line);
            word = LeadingWord.of(line);
        }
        ReturnOptions options = ReturnOptions.ALL;
        if (LeadingWord.is(word, "RETURN")) {
            options = ReturnOptions.read(line);
            word = LeadingWord.of(line);
        }
        if (options.has(ReturnOption.SAVE)
                && !sources.stream().allMatch(MailboxSource.SELECTED::equals)) {
            throw illegal("only a result of the selected mailbox can be saved");
        }
        Optional<Charset> charset = Optional.of(StandardCharsets.UTF_8);
        if (LeadingWord.is(word, "CHARSET")) {
            charset = LeadingWord.charset(line.astring());
            word = Optional.empty();
        }
        SearchProgram search =
                programs.parse(line, charset.orElse(StandardCharsets.ISO_8859_1), word);
        return charset.isPresent()
                ? new ManyRequest(tag, sources, options, search)
                : responses.taggedNo(
                        tag,
                        ManyRequest.COMMAND,
                        HumanReadableText.BAD_CHARSET,
                        ResponseCode.badCharset());
    }

    private static List<MailboxSource> sources(ImapRequestLineReader line)
            throws DecodingException {
        List<MailboxSource> sources = new ArrayList<>();
        line.nextWordChar();
        line.consumeChar('(');
        do {
            sources.add(source(line));
        } while (line.nextWordChar() != ')');
        line.consumeChar(')');
        return sources;
    }

    private static MailboxSource source(ImapRequestLineReader line) throws DecodingException {
        String name = line.atom();
        MailboxSource.Kind kind =
                Arrays.stream(MailboxSource.Kind.values())
                        .filter(any -> any.name().replace('_', '-').equalsIgnoreCase(name))
                        .findFirst()
                        .orElseThrow(() -> illegal("unknown source option " + name));
        return new MailboxSource(kind, kind.isNamed() ? names(line) : List.of());
    }

    private static List<String> names(ImapRequestLineReader line) throws DecodingException {
        if (line.nextWordChar() != '(') {
            return List.of(name(line));
        }
        List<String> names = new ArrayList<>();
        line.consumeChar('(');
        do {
            names.add(name(line));
            if (names.size() > MOST_NAMES) {
                throw illegal("too many mailboxes");
            }
        } while (line.nextWordChar() != ')');
        line.consumeChar(')');
        return names;
    }

    private static String name(ImapRequestLineReader line) throws DecodingException {
        String name = line.mailbox();
        if (name.isEmpty()) {
            throw illegal("no mailbox");
        }
        return name;
    }

    private static DecodingException illegal(String why) {
        return new DecodingException(HumanReadableText.ILLEGAL_ARGUMENTS, why);
    }
}
