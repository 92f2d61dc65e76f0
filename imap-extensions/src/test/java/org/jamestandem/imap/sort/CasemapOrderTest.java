package org.jamestandem.imap.sort;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jamestandem.imap.text.Casemap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CasemapOrderTest {
    @ParameterizedTest
    @CsvSource({
        "hello, HELLO",
        "příliš, PŘÍLIŠ",
        "cafe\u0301, CAF\u00C9",
        "ǆ, ǅ",
        "Ω, \u2126",
        "１２, 12",
        "가, \u1100\u1161"
    })
    void sameTextInAnotherCaseOrFormIsEqual(String one, String other) {
        assertThat(Casemap.canonical(one)).isEqualTo(Casemap.canonical(other));
    }

    @ParameterizedTest
    @CsvSource({"cafe, café", "ß, ss", "a, b", "ﬁ, FI"})
    void differentTextsStayDifferent(String one, String other) {
        assertThat(Casemap.canonical(one)).isNotEqualTo(Casemap.canonical(other));
    }

    /** The example of RFC 5255 §4.6, after conversion to UTF-8. */
    @Test
    void cyrillicExampleOfTheRfcIsOrdered() {
        String four = "Алексей";
        String two = "сЕРГЕЙ";

        assertThat(ordered(two, four)).containsExactly(four, two);
    }

    @Test
    void emptyTextComesFirst() {
        assertThat(ordered("a", "", " ")).containsExactly("", " ", "a");
    }

    @Test
    void orderIsThatOfUtf8Octets() {
        Random random = new Random(5051);
        for (int i = 0; i < 20_000; i++) {
            String one = Casemap.canonical(randomText(random));
            String other = Casemap.canonical(randomText(random));
            int octets =
                    Arrays.compareUnsigned(
                            one.getBytes(StandardCharsets.UTF_8),
                            other.getBytes(StandardCharsets.UTF_8));
            assertThat(Integer.signum(CasemapOrder.ASCENDING.compare(one, other)))
                    .as("%s %s", one, other)
                    .isEqualTo(Integer.signum(octets));
        }
    }

    private static List<String> ordered(String... texts) {
        return Stream.of(texts)
                .map(text -> new String[] {Casemap.canonical(text), text})
                .sorted((a, b) -> CasemapOrder.ASCENDING.compare(a[0], b[0]))
                .map(pair -> pair[1])
                .toList();
    }

    private static String randomText(Random random) {
        int[] blocks = {0x20, 0xC0, 0x370, 0x1E00, 0xFF00, 0x1F600, 0xE000};
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(5); i >= 0; i--) {
            text.appendCodePoint(blocks[random.nextInt(blocks.length)] + random.nextInt(0x50));
        }
        return text.toString();
    }
}
