package org.jamestandem.imap.search.james;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.apache.james.imap.api.display.HumanReadableText;
import org.apache.james.imap.decode.DecodingException;
import org.apache.james.imap.decode.ImapRequestLineReader;

/**
 * The result options of one command.
 *
 * @param asked as the client named them; ALL when it named none (RFC 4731 §3.1)
 */
public record ReturnOptions(Set<ReturnOption> asked) {
    /** What a client wants that says nothing about it. */
    public static final ReturnOptions ALL = new ReturnOptions(Set.of());

    public ReturnOptions {
        asked = Set.copyOf(asked.isEmpty() ? Set.of(ReturnOption.ALL) : asked);
    }

    public boolean has(ReturnOption option) {
        return asked.contains(option);
    }

    /** Whether nothing is to be shown. */
    public boolean savesOnly() {
        return asked.equals(Set.of(ReturnOption.SAVE));
    }

    /** Whether the answer is about the first message, the last one or both, and no others. */
    boolean endsOnly() {
        return !has(ReturnOption.ALL)
                && !has(ReturnOption.COUNT)
                && (has(ReturnOption.MIN) || has(ReturnOption.MAX));
    }

    /** Reads the list behind RETURN, parentheses included. */
    public static ReturnOptions read(ImapRequestLineReader line) throws DecodingException {
        Set<ReturnOption> asked = EnumSet.noneOf(ReturnOption.class);
        line.nextWordChar();
        line.consumeChar('(');
        while (line.nextWordChar() != ')') {
            asked.add(option(line.atom()));
        }
        line.consumeChar(')');
        return new ReturnOptions(asked);
    }

    private static ReturnOption option(String name) throws DecodingException {
        try {
            return ReturnOption.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new DecodingException(
                    HumanReadableText.ILLEGAL_ARGUMENTS, "unknown result option " + name);
        }
    }
}
