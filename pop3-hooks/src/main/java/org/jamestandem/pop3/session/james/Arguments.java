package org.jamestandem.pop3.session.james;

import java.util.List;
import java.util.regex.Pattern;
import org.jamestandem.pop3.maildrop.Maildrop;

/** What follows a command's keyword. */
final class Arguments {
    private static final Pattern SPACES = Pattern.compile(" +");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private final String text;
    private final List<String> words;

    /**
     * @param text null when nothing follows the keyword
     */
    Arguments(String text) {
        this.text = text == null ? "" : text;
        this.words = SPACES.splitAsStream(this.text).filter(word -> !word.isEmpty()).toList();
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    List<String> words() {
        return words;
    }

    /** Everything as it was sent; a password may hold spaces (RFC 1939 §7, PASS). */
    String text() {
        return text;
    }

    /**
     * @throws Refusal unless there are exactly that many
     */
    Arguments expect(int count, String usage) throws Refusal {
        if (words.size() != count) {
            throw Refusal.because("usage: " + usage);
        }
        return this;
    }

    /**
     * The number of a message that is there and not marked as deleted.
     *
     * @throws Refusal when the first argument is none (RFC 1939 §5)
     */
    int messageNumber(Maildrop maildrop) throws Refusal {
        long number = number(0, "message-number");
        if (number < 1 || number > maildrop.highestNumber()) {
            throw Refusal.because(
                    "no such message, only " + maildrop.highestNumber() + " in maildrop");
        }
        if (maildrop.isDeleted((int) number)) {
            throw Refusal.because("message " + number + " is marked as deleted");
        }
        return (int) number;
    }

    /**
     * @throws Refusal when that argument is not a whole number, 0 or more
     */
    long number(int index, String what) throws Refusal {
        String word = words.get(index);
        if (!NUMBER.matcher(word).matches()) {
            throw Refusal.because(what + " expected");
        }
        return Long.parseLong(word);
    }
}
