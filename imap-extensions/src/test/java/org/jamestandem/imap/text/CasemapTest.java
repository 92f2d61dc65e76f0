package org.jamestandem.imap.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.jamestandem.imap.sort.UnicodeCasemap;
import org.junit.jupiter.api.Test;

class CasemapTest {
    @Test
    void canonicalFormsAreTitleCaseAndDecomposed() {
        assertThat(Casemap.canonical("kůň ǆ ﬁ 😀"))
                .isEqualTo("KU\u030aN\u030c D\u007a\u030c fi 😀");
    }

    @Test
    void whatIsNoCharacterIsReplaced() {
        assertThat(Casemap.canonical("a\ud800b\udc00\udbff\udfff"))
                .isEqualTo("A\ufffdB\ufffd\ufffd");
    }

    @Test
    void longTextsAreComparedAsSortKeysAre() {
        Random random = new Random(5051);
        for (int i = 0; i < 50_000; i++) {
            int character = random.nextInt(Casemap.RESERVED);
            if (Character.getType(character) != Character.SURROGATE) {
                String text = "x" + Character.toString(character) + "é";
                assertThat(Casemap.canonical(text)).isEqualTo(UnicodeCasemap.canonical(text));
            }
        }
    }
}
