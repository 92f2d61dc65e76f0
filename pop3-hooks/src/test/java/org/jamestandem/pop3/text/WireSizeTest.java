package org.jamestandem.pop3.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireSizeTest {
    @ParameterizedTest
    @CsvSource({
        "'A: b\r\n\r\nc\r\n', 11",
        "'A: b\n\nc\n', 11",
        "'A: b\r\n\r\nc', 11",
        "'A: b\r\n\r\nc\r', 11",
        "'A: b\r\n\r\n.\r\n', 11",
        "'', 0",
        "'x', 3",
    })
    void octetsAreThoseWithCrlfAtEveryLineEnd(String message, long octets) throws IOException {
        assertThat(size(message.getBytes(UTF_8))).isEqualTo(new WireSize(octets, octets));
    }

    @Test
    void aHeaderInUtf8HasTwoSizes() throws IOException {
        String message = "Subject: Grüße\nTo: bob@example.org\n\nGrüße\n";
        WireSize size = size(message.getBytes(UTF_8));
        assertThat(size.utf8()).isEqualTo(message.replace("\n", "\r\n").getBytes(UTF_8).length);
        assertThat(size.ascii()).isGreaterThan(size.utf8());
    }

    @Test
    void aHeaderThatIsNotUtf8StaysAsItIs() throws IOException {
        byte[] message = "Subject: Grüße\r\n\r\nGrüße\r\n".getBytes(ISO_8859_1);
        assertThat(size(message)).isEqualTo(new WireSize(message.length, message.length));
        assertThat(new AsciiHeader(new ByteArrayInputStream(message)).readAllBytes())
                .isEqualTo(message);
    }

    @Test
    void bothSizesAreThoseOfTheTextsThemselves() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            byte[] message = random(random).getBytes(UTF_8);
            byte[] ascii = new AsciiHeader(new ByteArrayInputStream(message)).readAllBytes();
            assertThat(size(message))
                    .as("seed %s, message %s", seed, i)
                    .isEqualTo(new WireSize(plain(ascii), plain(message)));
        }
    }

    private static String random(Random random) {
        String[] pieces = {
            "Subject: ",
            "From: ",
            "X: ",
            "a",
            "ü",
            "é <a@b.c>",
            ", ",
            "\n",
            "\r\n",
            "\n ",
            ".",
            "\r",
            "č"
        };
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(40); i >= 0; i--) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }
        return text.toString();
    }

    /** Line by line, as slow as it is clear. */
    private static long plain(byte[] message) {
        String text = new String(message, ISO_8859_1);
        if (text.isEmpty()) {
            return 0;
        }
        String normal = text.replaceAll("(?<!\r)\n", "\r\n");
        if (normal.endsWith("\n")) {
            return normal.length();
        }
        return normal.length() + (normal.endsWith("\r") ? 1 : 2);
    }

    private static WireSize size(byte[] message) throws IOException {
        return WireSize.of(new ByteArrayInputStream(message));
    }
}
