package org.jamestandem.distribution.imap;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Follows the octets of one connection just closely enough to know where commands and literals (RFC
 * 3501 §4.3, RFC 7888) begin and end, and keeps nothing of them but counts.
 */
final class CommandMeter {
    /** Commands whose literal is a message; James bounds its size by {@code literalSizeLimit}. */
    private static final Set<String> ADD_MESSAGE = Set.of("APPEND", "REPLACE");

    private static final int LONGEST_NAME = 16;
    private static final int MOST_DIGITS = 18;

    private final CommandLimits limits;
    private final StringBuilder name = new StringBuilder();
    private final LiteralMarker marker = new LiteralMarker();

    private long literalLeft;
    private long octets;
    private int lineOctets;
    private int literals;
    private int words;
    private int open;
    private boolean quoted;
    private boolean escaped;

    CommandMeter(CommandLimits limits) {
        this.limits = limits;
    }

    /** How many of the next octets belong to a literal and need not be shown. */
    int skippable(int available) {
        return (int) Math.min(available, literalLeft);
    }

    /** Notes that octets of a literal have come. */
    void skip(int count) {
        literalLeft -= count;
    }

    /**
     * Notes an octet outside literals.
     *
     * @param stranger nobody has logged in
     * @return what is wrong, when this is too much
     */
    Optional<String> accept(byte octet, boolean stranger) {
        octets++;
        if (octet == '\n') {
            return endLine(stranger);
        }
        lineOctets++;
        marker.accept(octet);
        noteWord(octet);
        noteNesting(octet);
        if (stranger && octets > limits.strangerOctets()) {
            return Optional.of("command too long before login");
        }
        if (lineOctets > limits.lineOctets()) {
            return Optional.of("command line too long");
        }
        if (open > limits.nesting()) {
            return Optional.of("parentheses nested too deep");
        }
        return Optional.empty();
    }

    private Optional<String> endLine(boolean stranger) {
        quoted = false;
        escaped = false;
        if (!marker.complete()) {
            startCommand();
            return Optional.empty();
        }
        literals++;
        literalLeft = marker.octets();
        octets += literalLeft;
        marker.clear();
        if (stranger && octets > limits.strangerOctets()) {
            return Optional.of("command too long before login");
        }
        if (literals > limits.literals()) {
            return Optional.of("too many literals");
        }
        if (octets > limits.commandOctets() && !addsMessage()) {
            return Optional.of("command too long");
        }
        return Optional.empty();
    }

    private void startCommand() {
        octets = 0;
        lineOctets = 0;
        literals = 0;
        words = 0;
        open = 0;
        name.setLength(0);
        marker.clear();
    }

    private boolean addsMessage() {
        String command = name.toString().toUpperCase(Locale.ROOT);
        return ADD_MESSAGE.contains(command.startsWith("UID ") ? command.substring(4) : command);
    }

    /** The name is the second word, or the second and third after UID. */
    private void noteWord(byte octet) {
        if (octet == ' ') {
            words++;
        }
        boolean afterUid = name.length() == 3 && name.toString().equalsIgnoreCase("UID");
        if (words == 1 && octet != ' ' || words == 2 && (afterUid || name.indexOf(" ") > 0)) {
            if (name.length() < LONGEST_NAME) {
                name.append((char) octet);
            }
        }
    }

    private void noteNesting(byte octet) {
        if (escaped) {
            escaped = false;
        } else if (quoted && octet == '\\') {
            escaped = true;
        } else if (octet == '"') {
            quoted = !quoted;
        } else if (!quoted && octet == '(') {
            open++;
        } else if (!quoted && octet == ')') {
            open--;
        }
    }

    /** Recognises <code>{123}</code> and <code>{123+}</code> at the end of a line. */
    private static final class LiteralMarker {
        private enum Seen {
            NOTHING,
            NUMBER,
            PLUS,
            ALL
        }

        private Seen seen = Seen.NOTHING;
        private int digits;
        private long number;

        void accept(byte octet) {
            if (octet == '{') {
                clear();
                seen = Seen.NUMBER;
            } else if (seen == Seen.NUMBER && octet >= '0' && octet <= '9') {
                digits++;
                number = digits > MOST_DIGITS ? Long.MAX_VALUE / 2 : number * 10 + octet - '0';
            } else if (seen == Seen.NUMBER && octet == '+' && digits > 0) {
                seen = Seen.PLUS;
            } else if (octet == '}' && digits > 0 && (seen == Seen.NUMBER || seen == Seen.PLUS)) {
                seen = Seen.ALL;
            } else if (seen != Seen.ALL || octet != '\r') {
                clear();
            }
        }

        boolean complete() {
            return seen == Seen.ALL;
        }

        long octets() {
            return number;
        }

        void clear() {
            seen = Seen.NOTHING;
            digits = 0;
            number = 0;
        }
    }
}
