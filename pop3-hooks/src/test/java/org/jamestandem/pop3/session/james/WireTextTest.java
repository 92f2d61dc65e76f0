package org.jamestandem.pop3.session.james;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireTextTest {
    private static final String ALPHABET = "a.\r\n";

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "'a', 'a+'",
        "'a+', 'a+'",
        "'a-', 'a+'",
        "'a~', 'a+'",
        "'.', '..+'",
        "'.+.+', '..+..+'",
        "'a-.b-', 'a+..b+'",
        "'a.b+', 'a.b+'",
        "'-', '+'",
        "'a~b+', 'a~b+'",
        "'a~.+', 'a~.+'"
    })
    void linesEndWithCrLfAndDotsAreStuffed(String stored, String sent) throws IOException {
        assertThat(wire(text(stored))).isEqualTo(text(sent));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void readingInPiecesOfAnySizeIsTheSame(long seed) throws IOException {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            String stored = randomText(random, random.nextInt(40));
            assertThat(wireInPieces(stored, random))
                    .as("seed %d: %s", seed, stored)
                    .isEqualTo(expected(stored));
        }
    }

    @Test
    void aLargeTextIsReadWhole() throws IOException {
        String stored = ".\n".repeat(100_000);
        assertThat(wire(stored)).isEqualTo("..\r\n".repeat(100_000));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 'h++', 'h++'",
        "0, 'h++b+', 'h++'",
        "1, 'h++b+c+', 'h++b+'",
        "2, 'h++b+c', 'h++b+c'",
        "9, 'h++b+c+', 'h++b+c+'",
        "0, 'h--b-', 'h--'",
        "1, 'h--b-c-', 'h--b-'",
        "0, '+b+', '+'",
        "1, '+b+c+', '+b+'",
        "0, 'h+', 'h+'",
        "1, 'h++++b+', 'h+++'"
    })
    void topIsHeaderEmptyLineAndLinesOfTheBody(int lines, String stored, String top)
            throws IOException {
        assertThat(all(new TopText(stream(text(stored)), lines))).isEqualTo(text(top));
        assertThat(byOctet(new TopText(stream(text(stored)), lines))).isEqualTo(text(top));
    }

    @Test
    void listingsAreWrittenLineByLine() throws IOException {
        List<String> lines = List.of("1 a", "2 bb", "", "3 c");
        String expected = lines.stream().map(line -> line + "\r\n").collect(Collectors.joining());
        assertThat(all(new LineStream(lines.iterator()))).isEqualTo(expected);
        assertThat(byOctet(new LineStream(lines.iterator()))).isEqualTo(expected);
        assertThat(all(new LineStream(List.<String>of().iterator()))).isEmpty();
    }

    /** {@code +} is CRLF, {@code -} a bare LF, {@code ~} a bare CR. */
    private static String text(String marks) {
        return marks.replace("+", "\r\n").replace("-", "\n").replace("~", "\r");
    }

    private static String expected(String stored) {
        String lines = stored.replace("\r\n", "\n");
        if (lines.endsWith("\r")) {
            lines = lines.substring(0, lines.length() - 1) + "\n";
        } else if (!lines.isEmpty() && !lines.endsWith("\n")) {
            lines += "\n";
        }
        return Arrays.stream(lines.split("(?<=\n)"))
                .map(line -> line.startsWith(".") ? "." + line : line)
                .collect(Collectors.joining())
                .replace("\n", "\r\n");
    }

    private static String randomText(Random random, int length) {
        return random.ints(length, 0, ALPHABET.length())
                .mapToObj(i -> ALPHABET.substring(i, i + 1))
                .collect(Collectors.joining());
    }

    private static String wire(String stored) throws IOException {
        return all(new WireText(stream(stored)));
    }

    private static String wireInPieces(String stored, Random random) throws IOException {
        InputStream wire = new WireText(stream(stored));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] piece = new byte[7];
        for (int read = 0; read != -1; ) {
            int offset = random.nextInt(3);
            read = wire.read(piece, offset, 1 + random.nextInt(4));
            out.write(piece, offset, Math.max(read, 0));
        }
        return out.toString(ISO_8859_1);
    }

    private static String byOctet(InputStream stream) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int octet = stream.read(); octet != -1; octet = stream.read()) {
            out.write(octet);
        }
        return out.toString(ISO_8859_1);
    }

    private static String all(InputStream stream) throws IOException {
        return new String(stream.readAllBytes(), ISO_8859_1);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(ISO_8859_1));
    }
}
