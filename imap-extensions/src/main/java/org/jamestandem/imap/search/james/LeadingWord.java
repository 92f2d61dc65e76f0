package org.jamestandem.imap.search.james;

import java.nio.charset.Charset;
import java.util.Optional;
import org.apache.james.imap.decode.DecodingException;
import org.apache.james.imap.decode.ImapRequestLineReader;

/** Words that may stand where the first search key may stand, too. */
final class LeadingWord {
    private LeadingWord() {}

    /** The next word, if what comes next is one. */
    static Optional<String> of(ImapRequestLineReader line) throws DecodingException {
        return Character.isLetter(line.nextWordChar())
                ? Optional.of(line.atom())
                : Optional.empty();
    }

    static boolean is(Optional<String> word, String name) {
        return word.filter(name::equalsIgnoreCase).isPresent();
    }

    /** Empty for a name that Java does not know. */
    static Optional<Charset> charset(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
