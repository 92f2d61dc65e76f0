package org.jamestandem.imap.search.james;

import java.nio.charset.Charset;
import java.util.Optional;
import org.apache.james.imap.api.display.HumanReadableText;
import org.apache.james.imap.decode.DecodingException;
import org.apache.james.imap.decode.ImapRequestLineReader;

/** Parses the search keys that end a SEARCH or SORT command. */
public final class SearchProgramParser {
    /** Keys within keys, at most. OR takes two, so that a list of alternatives nests as deep. */
    public static final int DEEPEST = 200;

    /** Keys in one program, at most. */
    public static final int MOST_KEYS = 2_000;

    static final HumanReadableText TOO_COMPLEX =
            new HumanReadableText(
                    "org.jamestandem.imap.SEARCH_TOO_COMPLEX",
                    "failed. At most %d search keys, nested at most %d deep."
                            .formatted(MOST_KEYS, DEEPEST));

    private final SearchKeywords keywords = new SearchKeywords();

    /**
     * Reads up to the end of the line.
     *
     * @param charset of the strings among the keys
     * @throws DecodingException when the keys are not well formed, too many or too deep
     */
    public SearchProgram parse(ImapRequestLineReader line, Charset charset)
            throws DecodingException {
        return parse(line, charset, Optional.empty());
    }

    /**
     * The same where the name of the first key may have been read already.
     *
     * @throws DecodingException when the keys are not well formed, too many or too deep
     */
    public SearchProgram parse(ImapRequestLineReader line, Charset charset, Optional<String> first)
            throws DecodingException {
        return new SearchArguments(keywords, line, charset).program(first);
    }
}
