package org.jamestandem.distribution.imap;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommandMeterTest {
    private static final boolean STRANGER = true;
    private static final boolean USER = false;

    private final CommandMeter meter = new CommandMeter(CommandLimits.withLines(65_536));

    @Test
    void ordinaryCommandsPass() {
        assertThat(told(STRANGER, "a LOGIN {4}\r\nanna {6+}\r\nsecret\r\nb NOOP\r\n")).isEmpty();
        assertThat(told(USER, "c SEARCH OR (SUBJECT \"((((\" SEEN) {5}\r\nTEXT \r\n")).isEmpty();
    }

    @Test
    void strangersLiteralIsRefusedBeforeItComes() {
        assertThat(told(STRANGER, "a LOGIN {9000}\r\n")).contains("command too long before login");
    }

    @Test
    void strangersLiteralsAreCountedTogether() {
        String literal = " {4000+}\r\n" + "x".repeat(4000);
        assertThat(told(STRANGER, "a LOGIN" + literal + literal)).isEmpty();
        assertThat(told(STRANGER, literal)).contains("command too long before login");
    }

    @Test
    void strangersLineIsBounded() {
        assertThat(told(STRANGER, "a LOGIN " + "x".repeat(8200)))
                .contains("command too long before login");
    }

    @Test
    void countsStartAnewWithEachCommand() {
        for (int i = 0; i < 100; i++) {
            assertThat(told(STRANGER, "a LOGIN {7000+}\r\n" + "x".repeat(7000) + "\r\n")).isEmpty();
        }
    }

    @Test
    void messagesMayBeLongOtherLiteralsMayNot() {
        String literal = " {5000000}\r\n";
        assertThat(told(USER, "a APPEND INBOX (\\Seen)" + literal)).isEmpty();
        meter.skip(5_000_000);
        assertThat(told(USER, "\r\nb UID REPLACE 7 INBOX" + literal)).isEmpty();
        meter.skip(5_000_000);
        assertThat(told(USER, "\r\nc SELECT" + literal)).contains("command too long");
    }

    @Test
    void nameInAnArgumentDoesNotMakeItAMessage() {
        assertThat(told(USER, "a SELECT APPEND {5000000}\r\n")).contains("command too long");
    }

    @Test
    void tagDoesNotMakeItAMessage() {
        assertThat(told(USER, "APPEND SELECT {5000000}\r\n")).contains("command too long");
    }

    @Test
    void literalsOfACommandAreCountedTogether() {
        String literal = " {400000+}\r\n" + "x".repeat(400_000);
        assertThat(told(USER, "a SEARCH" + literal + literal)).isEmpty();
        assertThat(told(USER, literal)).contains("command too long");
    }

    @Test
    void literalsAreCounted() {
        String literal = " {1+}\r\nx";
        assertThat(told(USER, "a SEARCH" + literal.repeat(64))).isEmpty();
        assertThat(told(USER, literal)).contains("too many literals");
    }

    @Test
    void allLinesOfACommandAreCountedTogether() {
        String part = "x".repeat(40_000);
        assertThat(told(USER, "a SEARCH " + part + " {1+}\r\nx" + part))
                .contains("command line too long");
    }

    @Test
    void parenthesesAreCountedOutsideQuotes() {
        assertThat(told(USER, "a SEARCH \"" + "(".repeat(500) + "\"\r\n")).isEmpty();
        assertThat(told(USER, "a SEARCH " + "()".repeat(500) + "\r\n")).isEmpty();
        assertThat(told(USER, "a SEARCH " + "(".repeat(101)))
                .contains("parentheses nested too deep");
    }

    @Test
    void sizeBeyondAnyNumberIsRefused() {
        assertThat(told(USER, "a SELECT {99999999999999999999999}\r\n"))
                .contains("command too long");
    }

    @Test
    void bracesInsideALineAreNoLiteral() {
        assertThat(told(USER, "a SELECT \"{9000}\"\r\n")).isEmpty();
        assertThat(told(USER, "a SELECT {90000}x\r\nb NOOP\r\n")).isEmpty();
        assertThat(meter.skippable(10)).isZero();
    }

    private Optional<String> told(boolean stranger, String text) {
        byte[] octets = text.getBytes(US_ASCII);
        for (int i = 0; i < octets.length; ) {
            int literal = meter.skippable(octets.length - i);
            if (literal > 0) {
                meter.skip(literal);
                i += literal;
                continue;
            }
            Optional<String> problem = meter.accept(octets[i], stranger);
            if (problem.isPresent()) {
                return problem;
            }
            i++;
        }
        return Optional.empty();
    }
}
